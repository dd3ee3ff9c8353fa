import type { CheckReport } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { FactValue } from '../../FactValue';
import { Rule } from '../../Rule';

/** A rule that tries many places shows the first; all of them are in the ladder. */
const SHOWN = 2;

/** The values that a check saw, in short; where one is not known, the reason says more. */
export function NowValues({ check }: { check: CheckReport }) {
  const { t } = useTranslation();
  const { reason, outcome, expected, when } = check;
  if (outcome === 'unknown' && reason) return <>{reason.text}</>;
  // What only decides whether the check applies is not what has to change.
  const actual = check.actual.filter(
    ({ path }) => expected.includes(path) || !when?.includes(path),
  );
  const known = actual.filter(fact => fact.state !== 'absent');
  const shown = (known.length > 0 ? known : actual).slice(0, SHOWN);
  const hidden = actual.length - shown.length;
  return (
    <>
      {shown.map((fact, index) => (
        <span key={fact.path}>
          {index > 0 && ', '}
          {actual.length > 1 && (
            <>
              <Rule text={fact.path} />
              {': '}
            </>
          )}
          <FactValue value={fact.value} unit={fact.unit} />
        </span>
      ))}
      {hidden > 0 && <> {t('entity.check.more', { count: hidden })}</>}
    </>
  );
}
