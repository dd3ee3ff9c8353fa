import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { usePeopleSuggestions } from '../../../hooks/incidents/useSuggestions';
import { useTranslation } from '../../../hooks/useTranslation';
import { SmallButton } from '../../common';
import { Person } from '../../maturity/Person';
import { EntityPicker } from './EntityPicker';

const useStyles = makeStyles(theme => ({
  chosen: {
    ...theme.typography.body2,
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    margin: theme.spacing(2, 0, 1),
  },
  label: { color: theme.palette.text.secondary },
}));

/** One user or group, found by typing. */
export function OwnerField(props: {
  id: string;
  label: string;
  help: string;
  /** Entity reference; null for nobody. */
  owner: string | null;
  onChange: (owner: string | null) => void;
}) {
  const { id, label, help, owner, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const suggestions = usePeopleSuggestions(text);
  if (owner) {
    return (
      <div className={classes.chosen}>
        <span className={classes.label}>{label}</span>
        <Person name={owner} />
        <SmallButton
          aria-label={t('followUps.pick.clear', { name: owner })}
          onClick={() => onChange(null)}
        >
          ×
        </SmallButton>
      </div>
    );
  }
  return (
    <EntityPicker
      id={id}
      label={label}
      text={text}
      onText={setText}
      suggestions={suggestions}
      onPick={({ value }) => {
        setText('');
        onChange(value);
      }}
      helperText={help}
    />
  );
}
