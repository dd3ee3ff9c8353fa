import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useOncallParams } from '../../../hooks/oncall/useOncall';
import { useTranslation } from '../../../hooks/useTranslation';
import { oncallLists } from '../../../utils/oncall/params';
import { SmallButton } from '../../common';
import { AccountsList } from './AccountsList';
import { OncallFilters } from './OncallFilters';
import { RotationsList } from './RotationsList';
import { ServicesList } from './ServicesList';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  intro: { maxWidth: '80ch' },
  views: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** Who is on call for what, the whole company; list, filters, time and page live in the address. */
export function OncallPage() {
  const classes = useStyles();
  const { t } = useTranslation();
  const address = useOncallParams();
  const { params, change } = address;
  /** What Enter was pressed on; its first result is opened once it is there. */
  const [entered, setEntered] = useState<string>();
  return (
    <div className={classes.root}>
      <Typography variant="body2" className={classes.intro}>
        {t('oncalls.intro')}
      </Typography>
      <div
        className={classes.views}
        role="group"
        aria-label={t('oncalls.views')}
      >
        {oncallLists.map(show => (
          <SmallButton
            key={show}
            aria-pressed={show === params.show}
            onClick={() => {
              setEntered(undefined);
              change({ show });
            }}
          >
            {t(`oncalls.show.${show}`)}
          </SmallButton>
        ))}
      </div>
      {params.show !== 'accounts' && (
        <OncallFilters
          address={address}
          onType={() => setEntered(undefined)}
          // Nothing was asked for, so nothing is the answer.
          onEnter={text => setEntered(text.trim() ? text : undefined)}
        />
      )}
      {params.show === 'services' && (
        <ServicesList
          address={address}
          entered={entered}
          onOpened={() => setEntered(undefined)}
        />
      )}
      {params.show === 'rotations' && <RotationsList address={address} />}
      {params.show === 'accounts' && <AccountsList />}
    </div>
  );
}
