import { makeStyles } from '@material-ui/core/styles';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { useState } from 'react';
import { useServiceSuggestions } from '../../../hooks/incidents/useSuggestions';
import { useTranslation } from '../../../hooks/useTranslation';
import { SmallButton } from '../../common';
import { EntityPicker } from './EntityPicker';

const useStyles = makeStyles(theme => ({
  chosen: {
    ...theme.typography.body2,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    margin: theme.spacing(1, 0, 0),
    padding: 0,
    listStyle: 'none',
    '&:empty': { display: 'none' },
    '& li': { display: 'inline-flex', alignItems: 'center', gap: 4 },
  },
}));

/** Several services, found by typing. */
export function ServicePicker(props: {
  id: string;
  label: string;
  /** Entity references. */
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** Titles that are known already, by entity reference. */
  titles?: Readonly<Record<string, string>>;
  helperText?: string;
  error?: boolean;
  required?: boolean;
}) {
  const { id, label, chosen, onChange, helperText, error, required } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [titles, setTitles] = useState(props.titles ?? {});
  const suggestions = useServiceSuggestions(text);
  const nameOf = (ref: string) => titles[ref] ?? ref.replace(/^.*\//, '');
  return (
    <>
      <ul
        className={classes.chosen}
        aria-label={t('followUps.pick.chosen', { label })}
      >
        {chosen.map(ref => (
          <li key={ref}>
            {titles[ref] ?? <EntityDisplayName entityRef={ref} hideIcon />}
            <SmallButton
              aria-label={t('followUps.pick.clear', { name: nameOf(ref) })}
              onClick={() => onChange(chosen.filter(each => each !== ref))}
            >
              ×
            </SmallButton>
          </li>
        ))}
      </ul>
      <EntityPicker
        id={id}
        label={label}
        text={text}
        onText={setText}
        suggestions={suggestions}
        onPick={({ value, title }) => {
          setText('');
          setTitles(before => ({ ...before, [value]: title }));
          if (!chosen.includes(value)) onChange([...chosen, value]);
        }}
        helperText={helperText}
        error={error}
        required={required}
      />
    </>
  );
}
