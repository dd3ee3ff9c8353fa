import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import type { ItemSaves } from '../../../../hooks/readiness/useItemSaves';
import { useTranslation } from '../../../../hooks/useTranslation';
import type { ItemGroup as Group } from '../../../../utils/readiness/items';
import type { ItemActions } from './itemActions';
import { ItemRow } from './ItemRow';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(2) },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1.5),
    padding: theme.spacing(0.5, 1),
  },
  title: { fontWeight: 600 },
  list: { margin: 0, padding: 0, listStyle: 'none' },
}));

/** A phase or a category with its items. */
export function ItemGroup(props: {
  group: Group;
  saves: ItemSaves;
  mayAnswer: boolean;
  actions: ItemActions;
  /** Id of the item that the address names. */
  wanted?: string;
}) {
  const { group, saves, mayAnswer, actions, wanted } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const id = useId();
  const applicable = group.items.filter(
    ({ state }) => state !== 'not-applicable',
  );
  const met = applicable.filter(({ state }) => state === 'met');
  return (
    <section className={classes.root} aria-labelledby={id}>
      <div className={classes.head}>
        <Typography
          variant="subtitle1"
          component="h3"
          id={id}
          className={classes.title}
        >
          {group.title}
        </Typography>
        <Typography variant="body2" color="textSecondary" component="span">
          {t('readiness.items.met', {
            met: String(met.length),
            total: String(applicable.length),
          })}
        </Typography>
        {group.description && (
          <Typography variant="body2" color="textSecondary" component="span">
            {group.description}
          </Typography>
        )}
      </div>
      <ul className={classes.list}>
        {group.items.map(item => (
          <ItemRow
            key={item.id}
            item={item}
            save={saves[item.id]}
            mayAnswer={mayAnswer}
            actions={actions}
            wanted={item.id === wanted}
          />
        ))}
      </ul>
    </section>
  );
}
