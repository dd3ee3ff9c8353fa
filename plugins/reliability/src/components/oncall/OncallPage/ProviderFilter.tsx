import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useOncallAccounts } from '../../../hooks/oncall/useOncall';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async } from '../../async';
import { FilterPopover } from '../../common/filters';
import { useOncallWords } from '../common';

const useStyles = makeStyles(theme => ({
  root: { margin: 0, padding: theme.spacing(1.5), border: 0 },
  option: { display: 'flex', margin: 0 },
  checkbox: { padding: 6 },
}));

interface ProviderFilterProps {
  /** Types of accounts. */
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** The providers that are set up; asked for when they are looked at. */
function ProviderOptions({ chosen, onChange }: ProviderFilterProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { providerOf } = useOncallWords();
  const toggle = (type: string) =>
    onChange(
      chosen.includes(type)
        ? chosen.filter(other => other !== type)
        : [...chosen, type],
    );
  return (
    <Async state={useOncallAccounts()} dense>
      {({ items }) => {
        const types = [
          ...new Set([...items.map(({ type }) => type), ...chosen]),
        ].sort();
        return (
          <fieldset
            className={classes.root}
            aria-label={t('oncalls.filters.providers')}
          >
            {types.length === 0 && (
              <Typography variant="body2">
                {t('oncalls.filters.noProviders')}
              </Typography>
            )}
            {types.map(type => (
              <FormControlLabel
                key={type}
                className={classes.option}
                label={
                  <Typography variant="body2">{providerOf(type)}</Typography>
                }
                control={
                  <Checkbox
                    size="small"
                    color="primary"
                    className={classes.checkbox}
                    checked={chosen.includes(type)}
                    onChange={() => toggle(type)}
                  />
                }
              />
            ))}
          </fieldset>
        );
      }}
    </Async>
  );
}

/** Narrows the list to providers. */
export function ProviderFilter(props: ProviderFilterProps) {
  const { chosen } = props;
  const { t } = useTranslation();
  const { providerOf } = useOncallWords();
  const value =
    chosen.length > 1
      ? t('ranking.filters.chosen', { number: String(chosen.length) })
      : chosen[0] && providerOf(chosen[0]);
  return (
    <FilterPopover name={t('oncalls.filters.provider')} value={value}>
      {() => <ProviderOptions {...props} />}
    </FilterPopover>
  );
}
