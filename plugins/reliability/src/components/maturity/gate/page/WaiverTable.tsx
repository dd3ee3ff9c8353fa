import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { GateWaiverItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useServiceLink } from '../../../../hooks/useServiceLink';
import { useTranslation } from '../../../../hooks/useTranslation';
import { timeText } from '../../../../utils/incidents/times';
import { Badge, TimeAgo } from '../../../common';
import { Person } from '../../Person';
import { plainTable } from '../../plainTable';
import { ScrollRegion } from '../../ScrollRegion';

const useStyles = makeStyles(theme => ({
  table: {
    ...plainTable(theme),
    minWidth: 900,
    '& th:first-child, & td:first-child': { paddingLeft: theme.spacing(2) },
    '& td': { overflowWrap: 'anywhere' },
  },
  until: { whiteSpace: 'nowrap' },
}));

/** How a waiver stands, and who ended it. */
function State({ waiver }: { waiver: GateWaiverItem }) {
  const { t } = useTranslation();
  const { state, ended } = waiver;
  return (
    <>
      <Badge>{t(`gate.waiverList.states.${state}`)}</Badge>
      {ended && (
        <div>
          {t('gate.waiverList.endedBy', {
            by: <Person name={ended.by} />,
            ago: <TimeAgo at={ended.at} />,
            reason: ended.reason,
          })}
        </div>
      )}
    </>
  );
}

/** Waivers, the newest first. */
export function WaiverTable(props: { waivers: readonly GateWaiverItem[] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const linkOf = useServiceLink();
  const columns = [
    'service',
    'rules',
    'reason',
    'by',
    'until',
    'state',
  ] as const;
  return (
    <ScrollRegion label={t('gate.waiverList.table')}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {t(`gate.waiverList.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.waivers.map(waiver => (
            <tr key={waiver.id}>
              <th scope="row">
                <Link to={linkOf(waiver.entityRef)}>{waiver.serviceTitle}</Link>
              </th>
              <td>{waiver.rules?.join(', ') ?? t('gate.waivers.every')}</td>
              <td>{waiver.reason}</td>
              <td>
                <Person name={waiver.by} />
                <div>
                  <TimeAgo at={waiver.at} />
                </div>
              </td>
              <td className={classes.until}>{timeText(waiver.until)}</td>
              <td>
                <State waiver={waiver} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
