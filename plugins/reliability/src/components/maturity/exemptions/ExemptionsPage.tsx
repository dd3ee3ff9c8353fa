import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useRoute } from '../../../hooks/useRoute';
import { useTranslation } from '../../../hooks/useTranslation';
import { DebtSection } from './DebtSection';
import { exemptionQuery, useExemptionAddress } from './exemptionAddress';
import { ListSection } from './ListSection';
import { WaitingSection } from './WaitingSection';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  intro: { maxWidth: '80ch' },
  said: { '&:empty': { display: 'none' } },
}));

const WAITING = {
  query: { forMe: 'true', orderBy: 'requested', limit: 10 },
} as const;

/** Exemptions: what waits for the reader, all of them by state, and what teams owe. */
export function ExemptionsPage() {
  const classes = useStyles();
  const { t } = useTranslation();
  const address = useExemptionAddress();
  const [said, setSaid] = useState({ sentence: '', version: 0 });
  const waiting = useRoute('listExemptions', WAITING);
  const listed = useRoute('listExemptions', {
    query: exemptionQuery(address.params),
  });
  const changed = (sentence: string) => {
    setSaid(({ version }) => ({ sentence, version: version + 1 }));
    for (const state of [waiting, listed]) {
      if (state.kind === 'ready') state.reload();
    }
  };
  return (
    <div className={classes.root}>
      <Typography variant="body2" className={classes.intro}>
        {t('exemptions.intro')}
      </Typography>
      <Typography variant="body2" role="status" className={classes.said}>
        {said.sentence}
      </Typography>
      <WaitingSection state={waiting} onChanged={changed} />
      <ListSection state={listed} address={address} onChanged={changed} />
      <DebtSection address={address} version={said.version} />
    </div>
  );
}
