import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { FactCatalogueResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useMemo, useState } from 'react';
import { useDebounced } from '../../../hooks/useDebounced';
import { useTranslation } from '../../../hooks/useTranslation';
import { FactTable } from './FactTable';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    margin: theme.spacing(1.5, 0),
  },
  search: { width: 280, maxWidth: '100%' },
  count: { color: theme.palette.text.secondary },
}));

/** The facts as a table that can be searched; there are some dozens, so the browser does it. */
export function FactCatalogue(props: {
  facts: FactCatalogueResponse['items'];
}) {
  const { facts } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const match = useDebounced(text.trim().toLocaleLowerCase());
  const found = useMemo(
    () =>
      facts.filter(({ key, source, description }) =>
        `${key} ${source} ${description}`.toLocaleLowerCase().includes(match),
      ),
    [facts, match],
  );
  return (
    <>
      <div className={classes.head}>
        <TextField
          className={classes.search}
          size="small"
          variant="outlined"
          type="search"
          value={text}
          onChange={event => setText(event.target.value)}
          placeholder={t('standards.facts.search')}
          inputProps={{ 'aria-label': t('standards.facts.search') }}
        />
        <Typography variant="body2" role="status" className={classes.count}>
          {t('standards.facts.found', { count: found.length })}
        </Typography>
      </div>
      {found.length > 0 ? (
        <FactTable facts={found} />
      ) : (
        <Typography variant="body2">{t('standards.facts.none')}</Typography>
      )}
    </>
  );
}
