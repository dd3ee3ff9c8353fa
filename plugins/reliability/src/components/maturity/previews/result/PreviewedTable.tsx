import { Link } from '@backstage/core-components';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { PreviewedService } from '@plimsoll/backstage-plugin-reliability-common';
import { useServiceLink } from '../../../../hooks/useServiceLink';
import { useTranslation } from '../../../../hooks/useTranslation';
import { points, pointsMissing } from '../../../../utils/points';
import {
  LevelChip,
  OutcomeMark,
  TierChip,
  visuallyHidden,
} from '../../../common';
import { plainTable } from '../../plainTable';

const useStyles = makeStyles(theme => ({
  table: { ...plainTable(theme), minWidth: 860 },
  move: { whiteSpace: 'nowrap' },
  score: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  causes: { margin: 0, padding: 0, listStyle: 'none' },
  cause: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 1) },
  quiet: { color: theme.palette.text.secondary },
  hidden: visuallyHidden,
}));

function Causes({ service }: { service: PreviewedService }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { change, causes, missingScore } = service;
  if (change === 'same') return <span className={classes.quiet}>–</span>;
  if (causes.length === 0) {
    return (
      <span className={classes.quiet}>
        {change === 'down' && missingScore > 0
          ? t('previews.result.missing', { count: pointsMissing(missingScore) })
          : t('previews.result.weights')}
      </span>
    );
  }
  return (
    <ul className={classes.causes}>
      {causes.map(({ id, title, outcome }) => (
        <li key={id} className={classes.cause}>
          {title}
          {outcome ? (
            <OutcomeMark outcome={outcome} />
          ) : (
            <span className={classes.quiet}>
              {t('previews.result.notCounted')}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Services before and after, with what makes the difference. */
export function PreviewedTable(props: {
  items: readonly PreviewedService[];
  levelCount: number;
}) {
  const { items, levelCount } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const serviceLink = useServiceLink();
  return (
    <table className={classes.table} aria-label={t('previews.result.list')}>
      <thead>
        <tr>
          {(
            ['service', 'team', 'tier', 'level', 'score', 'because'] as const
          ).map(column => (
            <th key={column} scope="col">
              {t(`previews.result.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map(service => (
          <tr key={service.entityRef}>
            <th scope="row">
              <Link to={serviceLink(service.entityRef)}>{service.title}</Link>
            </th>
            <td>
              {service.owner ? (
                <EntityDisplayName entityRef={service.owner} hideIcon />
              ) : (
                t('previews.result.nobody')
              )}
            </td>
            <td>
              <TierChip tier={service.tier} />
            </td>
            <td className={classes.move}>
              <LevelChip level={service.before.level} total={levelCount} />
              {service.before.level.id !== service.after.level.id && (
                <>
                  <span aria-hidden="true"> → </span>
                  <span className={classes.hidden}>
                    {t('previews.result.arrow')}
                  </span>
                  <LevelChip level={service.after.level} total={levelCount} />
                </>
              )}
            </td>
            <td className={classes.score}>
              {t('previews.result.scoreMove', {
                before: String(points(service.before.score)),
                after: String(points(service.after.score)),
              })}
            </td>
            <td>
              <Causes service={service} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
