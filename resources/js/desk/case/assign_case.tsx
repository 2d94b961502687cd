import { router } from '@inertiajs/react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { CasePageProps } from '#desk/types'
import { DialogButton } from '../dialog.js'
import { Picker } from '../picker.js'
import { DialogActions } from '../dialog_actions.js'
import { useTexts } from '../texts.js'

type Props = Pick<CasePageProps, 'line' | 'may' | 'officers' | 'units' | 'assigned'>

/** Takes a case that nobody has, or hands it to a colleague or another unit. */
export function AssignCase({ line, may, officers, units, assigned }: Props) {
  const t = useTexts()
  const [officer, pickOfficer] = useState(assigned.officer)
  const [unit, pickUnit] = useState(assigned.unit)
  return (
    <div className="desk-actions">
      {may.claim && (
        <Button
          className="desk-button desk-button--primary"
          onPress={() => router.post(`/desk/cases/${line.id}/claim`, {}, { preserveScroll: true })}
        >
          {t('assign.claim')}
        </Button>
      )}
      {may.assign && (
        <DialogButton text={t('assign.open')} title={t('assign.title')}>
          {(close) => (
            <>
              <Picker
                label={t('assign.officer')}
                none={t('assign.nobody')}
                options={officers}
                value={officer}
                onChange={pickOfficer}
              />
              <Picker label={t('assign.unit')} options={units} value={unit} onChange={pickUnit} />
              <DialogActions close={close}>
                <Button
                  className="desk-button desk-button--primary"
                  onPress={() =>
                    router.post(
                      `/desk/cases/${line.id}/assignment`,
                      { officer, unit },
                      { onFinish: close, preserveScroll: true }
                    )
                  }
                >
                  {t('assign.go')}
                </Button>
              </DialogActions>
            </>
          )}
        </DialogButton>
      )}
    </div>
  )
}
