import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type {
  CheckReport,
  ExemptionItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { rootRouteRef } from '../../../routes';
import { dayText } from '../../../utils/dates';
import { SmallButton } from '../../common';
import { Person } from '../Person';
import type { CheckExemptionsValue } from './CheckExemptions';
import { RequestDialog } from './RequestDialog';

/** What a person may ask to be exempt from: what counts against them. */
const isWanting = ({ outcome, enforcement }: CheckReport) =>
  (outcome === 'fail' || outcome === 'unknown') && enforcement !== 'planned';

/** Whether there is anything to be said of exemptions at a check. */
export function hasExemptionPart(
  known: CheckExemptionsValue | undefined,
  check: CheckReport,
  scorecard: string,
): known is CheckExemptionsValue {
  if (!known || known.state.kind === 'loading') return false;
  if (known.state.kind === 'failed') return isWanting(check);
  return (
    known.of(scorecard, check.id) !== undefined ||
    (known.mayRequest && isWanting(check))
  );
}

/** A request that waits, and the way to it. */
function Known({ exemption }: { exemption: ExemptionItem }) {
  const { t } = useTranslation();
  const root = useRouteRef(rootRouteRef)().replace(/\/$/, '');
  const { state, requestedBy, until, service } = exemption;
  const search = new URLSearchParams({
    ...(state === 'requested' && { show: 'requested' }),
    service: service.entityRef,
  });
  return (
    <>
      {state === 'requested' && requestedBy && (
        <div>
          {t('exemptions.onCheck.waits', {
            who: <Person name={requestedBy} />,
            date: dayText(until),
          })}
        </div>
      )}
      <Link to={`${root}/programme/exemptions?${search}`}>
        {t('exemptions.onCheck.see')}
      </Link>
    </>
  );
}

/** The exemption from a check: who asked, or a way to ask. */
export function CheckExemption(props: {
  known: CheckExemptionsValue;
  check: CheckReport;
  scorecard: string;
}) {
  const { known, check, scorecard } = props;
  const { state, entityRef, said, onAsked } = known;
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  if (state.kind === 'failed') {
    return (
      <>
        {t('exemptions.onCheck.failed')}{' '}
        <SmallButton onClick={state.retry}>
          {t('exemptions.onCheck.retry')}
        </SmallButton>
      </>
    );
  }
  const exemption = known.of(scorecard, check.id);
  return (
    <>
      {exemption ? (
        <Known exemption={exemption} />
      ) : (
        <SmallButton
          aria-label={t('exemptions.request.buttonLabel', {
            check: check.title,
          })}
          onClick={() => setAsking(true)}
        >
          {t('exemptions.request.button')}
        </SmallButton>
      )}
      <div role="status">
        {said?.check === check.id && t('exemptions.request.said')}
      </div>
      {asking && state.kind === 'ready' && (
        <RequestDialog
          entityRef={entityRef}
          scorecard={scorecard}
          check={check}
          rules={state.value.rules}
          onWritten={() => {
            setAsking(false);
            onAsked(check.id);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
