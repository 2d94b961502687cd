import { Link } from '@inertiajs/react'
import type { VersionRunPage } from '#desk/domain/versions_page'
import { DialogButton } from '../../desk/dialog.js'
import { Facts } from '../../desk/facts.js'
import { PostForm } from '../../desk/post_form.js'
import { ReasonForm } from '../../desk/reason_form.js'
import { useTexts } from '../../desk/texts.js'
import { VersionHead } from '../../desk/versions/head.js'
import { Changed } from '../../desk/versions/changed.js'
import { Stayed } from '../../desk/versions/stayed.js'

export default function VersionRun(page: VersionRunPage) {
  const t = useTexts()
  const { title, run, stays, faults } = page
  return (
    <>
      <VersionHead
        title={title}
        procedure={page.procedure}
        faults={(['cases', 'reason'] as const).map((at) => ({ at, text: faults[at] }))}
      />
      <section className="desk-panel" aria-labelledby="run">
        <h2 id="run">{run.state}</h2>
        <Progress {...page} />
        <div className="desk-actions">
          <Link className="desk-button" href={page.plan}>
            {t('versions.seePlan')}
          </Link>
          {run.running && <Running {...page} />}
          {page.returns && <TakeBack {...page} />}
        </div>
      </section>
      {page.changed.cases.length > 0 && <Changed {...page} />}
      {stays.length > 0 && <Stayed {...page} />}
    </>
  )
}

function Progress({ run, left, leftOn }: VersionRunPage) {
  const t = useTexts()
  const fact = (id: string, ...lines: string[]) => ({ label: t(`versions.columns.${id}`), lines })
  return (
    <Facts
      none=""
      facts={[
        fact('at', run.at.text, run.by),
        ...(run.endedAt ? [fact('endedAt', run.endedAt.text)] : []),
        fact('why', run.reason),
        fact('moved', String(run.moved)),
        fact('restored', String(run.restored)),
        fact('stays', String(run.stays)),
        { label: leftOn, lines: [String(left)] },
      ]}
    />
  )
}

function Running({ run, csrf }: VersionRunPage) {
  const t = useTexts()
  return (
    <>
      <Link className="desk-button" href={`/desk/runs/${run.id}`}>
        {t('versions.again')}
      </Link>
      <PostForm action={`/desk/runs/${run.id}/stop`} csrf={csrf}>
        <button type="submit" className="desk-button">
          {t('versions.stop')}
        </button>
      </PostForm>
    </>
  )
}

function TakeBack({ run }: VersionRunPage) {
  const t = useTexts()
  return (
    <DialogButton text={t('versions.back')} title={t('versions.back')}>
      {(close) => (
        <ReasonForm
          to={`/desk/runs/${run.id}/back`}
          label={t('versions.whyBack')}
          hint={t('versions.backHint')}
          missing={t('versions.faults.no_why')}
          send={t('versions.back')}
          close={close}
        />
      )}
    </DialogButton>
  )
}
