import { useSidebarOpenState } from '@backstage/core-components';
import {
  configApiRef,
  identityApiRef,
  useApi,
} from '@backstage/core-plugin-api';
import Menu from '@material-ui/core/Menu';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import AccountCircleIcon from '@material-ui/icons/AccountCircle';
import { useEffect, useState } from 'react';
import { signInAs } from './chosenPerson';
import { people } from './people';
import { PersonItem } from './PersonItem';

const useStyles = makeStyles(theme => ({
  button: {
    color: theme.palette.navigation.color,
    width: '100%',
    height: 56,
    justifyContent: 'flex-start',
    textAlign: 'left',
    '&:hover, &:focus-visible': {
      background: theme.palette.navigation.navItem?.hoverBackground,
    },
  },
  icon: {
    width: 72,
    flex: 'none',
    display: 'flex',
    justifyContent: 'center',
  },
  text: {
    overflow: 'hidden',
    lineHeight: 1.35,
    margin: theme.spacing(0, 1, 0, -2),
  },
  lead: {
    ...theme.typography.caption,
    display: 'block',
    lineHeight: 'inherit',
  },
  name: {
    ...theme.typography.subtitle2,
    display: 'block',
    fontWeight: 'bold',
    lineHeight: 'inherit',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
}));

function useSignedIn() {
  const identityApi = useApi(identityApiRef);
  const [ref, setRef] = useState<string>();
  useEffect(() => {
    let current = true;
    identityApi.getBackstageIdentity().then(
      ({ userEntityRef }) => current && setRef(userEntityRef),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [identityApi]);
  const name = ref?.replace(/^user:default\//, '');
  const known = people.find(person => person.name === name);
  return { name, displayName: known?.displayName ?? name };
}

/** An entry of the sidebar that says who is signed in, and lets one be another person of the demo company. */
export function SignedInAs() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  const isDemo =
    useApi(configApiRef).getOptionalString('auth.environment') ===
    'development';
  const { name, displayName } = useSignedIn();
  const [anchor, setAnchor] = useState<HTMLElement>();
  if (!isDemo || !name) return null;
  const close = () => setAnchor(undefined);
  return (
    <>
      <ButtonBase
        className={classes.button}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        aria-label={`Signed in as ${displayName}`}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <span className={classes.icon}>
          <AccountCircleIcon fontSize="small" />
        </span>
        {isOpen && (
          <span className={classes.text}>
            <span className={classes.lead}>Signed in as</span>
            <span className={classes.name}>{displayName}</span>
          </span>
        )}
      </ButtonBase>
      <Menu
        open={Boolean(anchor)}
        anchorEl={anchor}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={close}
        MenuListProps={{ 'aria-label': 'Sign in as' }}
      >
        {people.map(person => (
          <PersonItem
            key={person.name}
            person={person}
            selected={person.name === name}
            onClick={() =>
              person.name === name ? close() : signInAs(person.name)
            }
          />
        ))}
      </Menu>
    </>
  );
}
