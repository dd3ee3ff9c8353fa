import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { RecordedGateDecision } from '@plimsoll/backstage-plugin-reliability-common';
import { useServiceLink } from '../../../../hooks/useServiceLink';
import { useTranslation } from '../../../../hooks/useTranslation';
import { capitalised } from '../../../../utils/capitalised';
import { SmallButton, TimeAgo } from '../../../common';
import { Person } from '../../Person';
import { plainTable } from '../../plainTable';
import { ScrollRegion } from '../../ScrollRegion';
import { VerdictMark } from '../VerdictMark';

const useStyles = makeStyles(theme => ({
  table: {
    ...plainTable(theme),
    minWidth: 900,
    '& th:first-child, & td:first-child': { paddingLeft: theme.spacing(2) },
    '& td': { overflowWrap: 'anywhere' },
  },
  when: { whiteSpace: 'nowrap' },
  why: { minWidth: 280 },
  who: { minWidth: 112 },
  quiet: { color: theme.palette.text.secondary },
  override: {
    marginTop: theme.spacing(0.5),
    fontWeight: 600,
    '& a': { textDecoration: 'underline' },
  },
}));

/** What was changed, and where. */
function Change({ decision }: { decision: RecordedGateDecision }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { change, ref, url } = decision;
  const words = [change, ref].filter(Boolean).join(' ');
  if (url) return <Link to={url}>{words || url}</Link>;
  return words ? (
    <>{words}</>
  ) : (
    <span className={classes.quiet}>{t('gate.page.noChange')}</span>
  );
}

/** The verdict has a column of its own. */
const withoutVerdict = (headline: string): string =>
  capitalised(headline.replace(/^\w+: /, ''));

/** The reasons in short, and who went on all the same. */
function Why({ decision }: { decision: RecordedGateDecision }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { headline, override } = decision;
  return (
    <>
      {withoutVerdict(headline)}
      {override && (
        <div className={classes.override}>
          {t('gate.page.override', {
            by: <Person name={override.by} />,
            ago: <TimeAgo at={override.at} />,
            reason: override.reason,
          })}
        </div>
      )}
    </>
  );
}

/** Recorded decisions, the newest first. */
export function DecisionTable(props: {
  decisions: readonly RecordedGateDecision[];
  onService: (entityRef: string) => void;
}) {
  const { decisions, onService } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const linkOf = useServiceLink();
  const columns = [
    'when',
    'service',
    'decision',
    'why',
    'change',
    'who',
  ] as const;
  return (
    <ScrollRegion label={t('gate.page.table')}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {t(`gate.page.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {decisions.map(each => (
            <tr key={each.id}>
              <td className={classes.when}>
                <TimeAgo at={each.at} />
              </td>
              <th scope="row">
                <Link to={linkOf(each.entityRef)}>{each.serviceTitle}</Link>
                <div>
                  <SmallButton
                    quiet
                    aria-label={t('gate.page.onlyService', {
                      service: each.serviceTitle,
                    })}
                    onClick={() => onService(each.entityRef)}
                  >
                    {t('gate.page.onlyThis')}
                  </SmallButton>
                </div>
              </th>
              <td>
                <VerdictMark
                  decision={each.decision}
                  unknown={each.state === 'unknown'}
                />
              </td>
              <td className={classes.why}>
                <Why decision={each} />
              </td>
              <td>
                <Change decision={each} />
              </td>
              <td className={classes.who}>
                <Person name={each.by} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
