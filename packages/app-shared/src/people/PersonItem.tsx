import ListItemText from '@material-ui/core/ListItemText';
import MenuItem from '@material-ui/core/MenuItem';
import { forwardRef } from 'react';
import { DemoPerson } from './people';

interface PersonItemProps {
  person: DemoPerson;
  selected: boolean;
  onClick(): void;
}

/** One person in the menu; the menu hands it the focus through the reference. */
export const PersonItem = forwardRef<HTMLLIElement, PersonItemProps>(
  ({ person, selected, onClick, ...focus }, ref) => (
    <MenuItem
      {...focus}
      ref={ref}
      role="menuitemradio"
      aria-checked={selected}
      selected={selected}
      onClick={onClick}
    >
      <ListItemText
        primary={person.displayName}
        secondary={`${person.team} · ${person.role}`}
      />
    </MenuItem>
  ),
);
