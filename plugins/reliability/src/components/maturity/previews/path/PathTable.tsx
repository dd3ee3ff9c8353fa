import { Link } from '@backstage/core-components';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type {
  CheapestPathResponse,
  ServicePathItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useServiceLink } from '../../../../hooks/useServiceLink';
import { useTranslation } from '../../../../hooks/useTranslation';
import { LevelChip, TierChip } from '../../../common';
import { plainTable } from '../../plainTable';

const useStyles = makeStyles(theme => ({
  table: { ...plainTable(theme), minWidth: 860 },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  quiet: { color: theme.palette.text.secondary },
}));

function Steps(props: {
  ids: readonly string[];
  titles: ReadonlyMap<string, string>;
}) {
  const { ids, titles } = props;
  const classes = useStyles();
  if (ids.length === 0) return <span className={classes.quiet}>–</span>;
  return (
    <ul className={classes.list}>
      {ids.map(id => (
        <li key={id}>{titles.get(id) ?? id}</li>
      ))}
    </ul>
  );
}

function Work(props: {
  item: ServicePathItem;
  titles: ReadonlyMap<string, string>;
}) {
  const { item, titles } = props;
  const { t } = useTranslation();
  if (item.obstacle) {
    const { kind, level } = item.obstacle;
    return (
      <td colSpan={2}>
        {t(`previews.path.obstacle.${kind}`, { level: level.name })}
      </td>
    );
  }
  return (
    <>
      <td>
        <Steps ids={item.fix} titles={titles} />
      </td>
      <td>
        <Steps ids={item.learn} titles={titles} />
      </td>
    </>
  );
}

/** Services with what each needs. */
export function PathTable(props: {
  path: CheapestPathResponse;
  levelCount: number;
}) {
  const { path, levelCount } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const serviceLink = useServiceLink();
  const titles = new Map(path.byCheck.map(({ id, title }) => [id, title]));
  return (
    <table className={classes.table} aria-label={t('previews.path.list')}>
      <thead>
        <tr>
          {(
            ['service', 'team', 'tier', 'now', 'toFix', 'toLearn'] as const
          ).map(column => (
            <th key={column} scope="col">
              {t(`previews.path.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {path.items.map(item => (
          <tr key={item.entityRef}>
            <th scope="row">
              <Link to={serviceLink(item.entityRef)}>{item.title}</Link>
            </th>
            <td>
              {item.owner ? (
                <EntityDisplayName entityRef={item.owner} hideIcon />
              ) : (
                t('previews.path.nobody')
              )}
            </td>
            <td>
              <TierChip tier={item.tier} />
            </td>
            <td>
              <LevelChip level={item.level} total={levelCount} />
            </td>
            <Work item={item} titles={titles} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
