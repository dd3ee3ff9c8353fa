import { Link } from '@backstage/core-components';
import MailLink from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import PageIcon from '@material-ui/icons/AccountBoxOutlined';
import MailIcon from '@material-ui/icons/MailOutline';
import type { OncallPersonItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { mailAddress, webAddress } from '../../../utils/oncall/addresses';
import { usePeople } from './usePeople';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 1.5),
    fontSize: '0.8125rem',
    '& a': {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      minHeight: 24,
    },
    '& svg': { fontSize: 16 },
  },
}));

/** The ways to reach somebody; nothing where there is none. */
export function Contacts({ person }: { person: OncallPersonItem }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const name = usePeople().nameOf(person);
  const mail = mailAddress(person.email);
  const page = webAddress(person.url);
  if (!mail && !page) return null;
  return (
    <span className={classes.root}>
      {mail && (
        <MailLink href={mail} aria-label={t('oncall.person.mailTo', { name })}>
          <MailIcon aria-hidden="true" />
          {t('oncall.person.mail')}
        </MailLink>
      )}
      {page && (
        <Link to={page} aria-label={t('oncall.person.pageOf', { name })}>
          <PageIcon aria-hidden="true" />
          {t('oncall.person.page')}
        </Link>
      )}
    </span>
  );
}
