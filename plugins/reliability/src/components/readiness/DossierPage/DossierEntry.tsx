import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { DossierItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { dayText } from '../../../utils/dates';
import { SafeMarkdown } from '../../common';
import { FactValue } from '../../maturity/FactValue';
import { Person } from '../../maturity/Person';
import { Rule } from '../../maturity/Rule';
import { Badge, EvidenceLink, ItemStateMark } from '../parts';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    breakInside: 'avoid',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
  },
  title: { fontWeight: 600 },
  url: { color: theme.palette.text.secondary },
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

/** One item as it was signed; on paper a link is only worth its address, so that stands beside it. */
export function DossierEntry({ item }: { item: DossierItem }) {
  const { definition, answer, contest, actual } = item;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <Typography variant="body2" component="h4" className={classes.title}>
          {definition.title}
        </Typography>
        <ItemStateMark state={item.state} />
        {item.required && <Badge>{t('readiness.items.required')}</Badge>}
      </div>
      {answer && (
        <div>
          {`${t(`readiness.answer.${answer.value}`)}, `}
          {t('readiness.dossier.byOn', {
            who: <Person name={answer.by} />,
            date: dayText(answer.at),
          })}
          {answer.note && <SafeMarkdown text={answer.note} />}
        </div>
      )}
      {!answer && actual.length === 0 && t('readiness.dossier.noAnswer')}
      {answer && answer.evidence.length > 0 && (
        <ul className={classes.list}>
          {answer.evidence.map(({ title, url }) => (
            <li key={`${url} ${title}`}>
              <EvidenceLink title={title} url={url} />{' '}
              <span className={classes.url}>{url}</span>
            </li>
          ))}
        </ul>
      )}
      {actual.length > 0 && (
        <ul className={classes.list}>
          {actual.map(fact => (
            <li key={fact.path}>
              <Rule text={fact.path} />: <FactValue value={fact.value} />
            </li>
          ))}
        </ul>
      )}
      {contest && t('readiness.dossier.contested', { reason: contest.reason })}
    </div>
  );
}
