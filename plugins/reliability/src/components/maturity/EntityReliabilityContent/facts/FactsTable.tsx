import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ServiceResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText } from '../../../../utils/dates';
import { TimeAgo, visuallyHidden } from '../../../common';
import { FactValue } from '../../FactValue';
import { Rule } from '../../Rule';
import { plainTable } from '../../plainTable';
import { ScrollRegion } from '../../ScrollRegion';

const useStyles = makeStyles(theme => ({
  table: { ...plainTable(theme), marginTop: theme.spacing(1) },
  value: { maxWidth: 360 },
  nowrap: { whiteSpace: 'nowrap' },
  caption: visuallyHidden,
}));

type Fact = ServiceResponse['facts'][number];

function FactState({ fact }: { fact: Fact }) {
  const { t } = useTranslation();
  const { state, expiresAt } = fact;
  if (state === 'stale') {
    return expiresAt ? (
      <>{t('entity.facts.staleSince', { ago: <TimeAgo at={expiresAt} /> })}</>
    ) : (
      <>{t('entity.facts.stale')}</>
    );
  }
  if (state === 'absent') return <>{t('entity.facts.absent')}</>;
  return expiresAt ? (
    <>{t('entity.facts.validUntil', { date: dayText(expiresAt) })}</>
  ) : (
    <>{t('entity.facts.known')}</>
  );
}

function FactRow({ fact }: { fact: Fact }) {
  const classes = useStyles();
  return (
    <tr>
      <th scope="row">
        <Rule text={fact.path} />
      </th>
      <td className={classes.value}>
        <FactValue value={fact.value} unit={fact.unit} />
      </td>
      <td>{fact.source}</td>
      <td className={classes.nowrap}>{fact.at && <TimeAgo at={fact.at} />}</td>
      <td>
        <FactState fact={fact} />
      </td>
    </tr>
  );
}

/** All facts with value, source, time and state. */
export function FactsTable({ facts }: { facts: readonly Fact[] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const [wanted, setWanted] = useState('');
  if (facts.length === 0) {
    return <Typography variant="body2">{t('entity.facts.none')}</Typography>;
  }
  const needle = wanted.trim().toLowerCase();
  const shown = facts.filter(({ path }) => path.toLowerCase().includes(needle));
  return (
    <>
      <TextField
        size="small"
        variant="outlined"
        id="reliability-find-fact"
        label={t('entity.facts.filter')}
        value={wanted}
        onChange={event => setWanted(event.target.value)}
      />
      <ScrollRegion label={t('entity.facts.caption')}>
        <table className={classes.table}>
          <caption className={classes.caption}>
            {t('entity.facts.caption')}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('entity.facts.name')}</th>
              <th scope="col">{t('entity.facts.value')}</th>
              <th scope="col">{t('entity.facts.source')}</th>
              <th scope="col">{t('entity.facts.time')}</th>
              <th scope="col">{t('entity.facts.state')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(fact => (
              <FactRow key={fact.path} fact={fact} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <Typography variant="body2" role="status">
        {shown.length === 0 && t('entity.facts.noMatch')}
      </Typography>
    </>
  );
}
