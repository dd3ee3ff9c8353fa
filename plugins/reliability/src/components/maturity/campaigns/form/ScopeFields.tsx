import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useRoute } from '../../../../hooks/useRoute';
import { useScorecardDefinitions } from '../../../../hooks/useStandards';
import { useTierNames } from '../../../../hooks/useTierNames';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Async } from '../../../async';
import { SelectField } from '../../../incidents/parts';
import { FacetFilter } from '../../../common/filters';
import type { FieldsProps } from './CampaignFields';
import { ScopePreview } from './ScopePreview';
import { WorkChoice } from './WorkChoice';

const useStyles = makeStyles(theme => ({
  root: { ...theme.typography.body2 },
  heading: { margin: theme.spacing(2, 0, 0.5) },
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
}));

const fields = ['tier', 'owner', 'system', 'domain'] as const;

/** Which services, and what they have to do. */
export function ScopeFields(props: FieldsProps) {
  const { form, problems, running, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const scorecards = useScorecardDefinitions();
  const tier = useTierNames();
  const checklists = useRoute('listChecklists', {});
  return (
    <Async state={scorecards} dense>
      {definitions => {
        const scorecard =
          definitions.find(({ id }) => id === form.scorecard) ?? definitions[0];
        const id = scorecard?.id ?? '';
        const { lifecycle: _, ...filter } = form.filter;
        return (
          <div className={classes.root}>
            {definitions.length > 1 && (
              <SelectField
                id="campaign-scorecard"
                label={t('campaigns.form.scorecard')}
                value={id}
                choices={definitions.map(each => ({
                  value: each.id,
                  words: each.title,
                }))}
                disabled={running}
                helperText={running && t('campaigns.form.fixed')}
                onChange={chosen => onChange({ scorecard: chosen, checks: [] })}
              />
            )}
            <Typography variant="subtitle2" className={classes.heading}>
              {t('campaigns.form.services')}
            </Typography>
            <div>{t('campaigns.form.servicesHelp')}</div>
            <div className={classes.filters}>
              {fields.map(field => (
                <FacetFilter
                  key={field}
                  field={field}
                  filter={{ scorecard: id, ...filter }}
                  chosen={form.filter[field] ?? []}
                  names={{ tier }}
                  onChange={chosen =>
                    onChange({
                      filter: {
                        ...form.filter,
                        [field]: chosen.length > 0 ? chosen : undefined,
                      },
                    })
                  }
                />
              ))}
            </div>
            <ScopePreview form={{ ...form, scorecard: id }} />
            {scorecard && (
              <WorkChoice
                scorecard={scorecard}
                checklists={
                  checklists.kind === 'ready' ? checklists.value.items : []
                }
                form={form}
                missing={problems?.work ?? false}
                onChange={onChange}
              />
            )}
          </div>
        );
      }}
    </Async>
  );
}
