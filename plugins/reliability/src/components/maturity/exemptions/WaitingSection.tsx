import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ListExemptionsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { LoadState } from '../../../hooks/useLoad';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async } from '../../async';
import { Section } from '../Section';
import { wholeNumber } from '../../../utils/wholeNumber';
import { ExemptionRow } from './ExemptionRow';

const useStyles = makeStyles(theme => ({
  list: {
    ...theme.typography.body2,
    margin: 0,
    padding: 0,
    listStyle: 'none',
    '& > :first-child': { paddingTop: 0 },
    '& > :last-child': { paddingBottom: 0 },
  },
  more: { marginTop: theme.spacing(1.5) },
}));

/** Requests that the reader may decide, those that wait longest first. */
export function WaitingSection(props: {
  state: LoadState<ListExemptionsResponse>;
  onChanged: (sentence: string) => void;
}) {
  const { state, onChanged } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <Section title={t('exemptions.mine.title')}>
      <Async state={state} dense>
        {({ items, totalItems, rules }) => (
          <>
            {items.length === 0 ? (
              <Typography variant="body2">
                {t('exemptions.mine.none')}
              </Typography>
            ) : (
              <ul
                className={classes.list}
                aria-label={t('exemptions.mine.list')}
              >
                {items.map(item => (
                  <ExemptionRow
                    key={item.id}
                    exemption={item}
                    rules={rules}
                    onChanged={onChanged}
                  />
                ))}
              </ul>
            )}
            {totalItems > items.length && (
              <Typography variant="body2" className={classes.more}>
                {t('exemptions.mine.more', {
                  shown: String(items.length),
                  total: wholeNumber(totalItems),
                })}
              </Typography>
            )}
          </>
        )}
      </Async>
    </Section>
  );
}
