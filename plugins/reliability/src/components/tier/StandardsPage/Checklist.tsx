import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ChecklistDefinition,
  TiersResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  checklistAnchor,
  itemAnchor,
  phaseAnchor,
} from '../../../utils/anchors';
import { SafeMarkdown } from '../../common';
import { Anchor } from './Anchor';
import { ChecklistRules } from './ChecklistRules';
import { ItemDefinition } from './ItemDefinition';
import { Part } from './Part';

const useStyles = makeStyles(theme => ({
  phase: { marginTop: theme.spacing(4) },
  category: {
    margin: theme.spacing(2, 0, 0.5),
    color: theme.palette.text.secondary,
    fontSize: '0.8125rem',
    fontWeight: 600,
  },
}));

/** One checklist as documentation: its rules, then every item by phase and category. */
export function Checklist(props: {
  definition: ChecklistDefinition;
  tiers: TiersResponse['items'];
}) {
  const { definition, tiers } = props;
  const { id, title, description, phases, categories = [], items } = definition;
  const classes = useStyles();
  const { t } = useTranslation();
  const categoryIds = [...new Set(items.map(item => item.category))];
  const titleOf = (category: string) =>
    categories.find(each => each.id === category)?.title ?? category;
  return (
    <Part id={checklistAnchor(id)} title={title}>
      {description && <SafeMarkdown text={description} />}
      <ChecklistRules definition={definition} tiers={tiers} />
      {phases.map(phase => {
        const own = items.filter(item => item.phase === phase.id);
        return (
          <div key={phase.id} className={classes.phase}>
            <Anchor
              id={phaseAnchor(id, phase.id)}
              name={`${phase.title}: ${t('standards.checklist.items', {
                count: own.length,
              })}`}
              component="h3"
              variant="h6"
            />
            {phase.description && (
              <Typography variant="body2">{phase.description}</Typography>
            )}
            {categoryIds.map(category => {
              const group = own.filter(item => item.category === category);
              return (
                group.length > 0 && (
                  <div key={category}>
                    <Typography component="h4" className={classes.category}>
                      {titleOf(category)}
                    </Typography>
                    {group.map(item => (
                      <ItemDefinition
                        key={item.id}
                        item={item}
                        anchor={itemAnchor(id, item.id)}
                        tiers={tiers}
                      />
                    ))}
                  </div>
                )
              );
            })}
          </div>
        );
      })}
    </Part>
  );
}
