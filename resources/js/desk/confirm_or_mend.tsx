/** Under what was read before it is done: to do it, or to go back to what was written. */
export const ConfirmOrMend = ({ confirm, mend }: { confirm: string; mend: string }) => (
  <div className="desk-actions">
    <button type="submit" name="step" value="confirmed" className="desk-button desk-button--primary">
      {confirm}
    </button>
    <button type="submit" name="step" value="mend" className="desk-button">
      {mend}
    </button>
  </div>
)
