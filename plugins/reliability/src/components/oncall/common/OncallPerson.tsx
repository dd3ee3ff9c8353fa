import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Avatar from '@material-ui/core/Avatar';
import { makeStyles } from '@material-ui/core/styles';
import PersonIcon from '@material-ui/icons/Person';
import type { OncallPersonItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { Badge } from '../../common';
import { usePeople } from './usePeople';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  avatar: {
    width: 24,
    height: 24,
    fontSize: '0.6875rem',
    fontWeight: 600,
    color: theme.palette.getContrastText(theme.palette.grey[700]),
    backgroundColor: theme.palette.grey[700],
    '& svg': { fontSize: 16 },
  },
  large: { width: 40, height: 40, fontSize: '0.9375rem' },
  name: { fontWeight: 600 },
}));

/** The first letters of the first and the last word. */
export const initialsOf = (name: string): string => {
  const words = name.split(/\s+/).filter(Boolean);
  return [...new Set([words[0], words[words.length - 1]])]
    .map(word => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
};

/** Somebody on call: picture, name, the way to their page in the catalog, and what is odd about them. */
export function OncallPerson(props: {
  person: OncallPersonItem;
  large?: boolean;
}) {
  const { person, large } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const name = usePeople().nameOf(person);
  return (
    <span className={classes.root}>
      <Avatar
        src={person.picture ?? undefined}
        alt=""
        className={
          large ? `${classes.avatar} ${classes.large}` : classes.avatar
        }
        aria-hidden="true"
      >
        {person.name === null ? <PersonIcon /> : initialsOf(person.name)}
      </Avatar>
      <span className={classes.name}>
        {person.entityRef ? (
          <EntityRefLink
            entityRef={person.entityRef}
            title={name}
            hideIcon
            disableTooltip
          />
        ) : (
          name
        )}
      </span>
      {person.state !== 'known' && (
        <Badge title={t(`oncall.person.${person.state}Help`)}>
          {t(`oncall.person.${person.state}`)}
        </Badge>
      )}
    </span>
  );
}
