import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';

const useStyles = makeStyles(theme => ({
  box: {
    margin: theme.spacing(0.5, 0, 1),
    padding: theme.spacing(0.5, 1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    maxHeight: 220,
    overflow: 'auto',
  },
  option: { display: 'flex', margin: 0, alignItems: 'flex-start' },
  checkbox: { padding: 5 },
  label: {
    ...theme.typography.body2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    paddingTop: 5,
  },
  heading: { marginTop: theme.spacing(1.5) },
  quiet: { color: theme.palette.text.secondary },
}));

/** Something that can be chosen or not. */
export interface BoxOption {
  key: string;
  title: string;
  /** Behind the title. */
  note?: ReactNode;
  chosen: boolean;
  toggle: () => void;
}

/** A short box with many things of which several may be chosen. */
export function ChoiceBox(props: {
  label: string;
  chosen: number;
  options: readonly BoxOption[];
}) {
  const { label, chosen, options } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <>
      <Typography variant="subtitle2" className={classes.heading}>
        {label}{' '}
        {chosen > 0 && (
          <span className={classes.quiet}>
            ({t('campaigns.form.chosen', { count: chosen })})
          </span>
        )}
      </Typography>
      <div className={classes.box} role="group" aria-label={label}>
        {options.length === 0 && t('campaigns.form.nothing')}
        {options.map(option => (
          <FormControlLabel
            key={option.key}
            className={classes.option}
            label={
              <span className={classes.label}>
                {option.title}
                {option.note && (
                  <span className={classes.quiet}>{option.note}</span>
                )}
              </span>
            }
            control={
              <Checkbox
                size="small"
                color="primary"
                className={classes.checkbox}
                checked={option.chosen}
                onChange={option.toggle}
              />
            }
          />
        ))}
      </div>
    </>
  );
}
