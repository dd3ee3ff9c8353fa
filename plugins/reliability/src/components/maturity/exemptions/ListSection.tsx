import { makeStyles } from '@material-ui/core/styles';
import NothingIcon from '@material-ui/icons/VerifiedUserOutlined';
import type { ListExemptionsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { LoadState } from '../../../hooks/useLoad';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async, StateMessage } from '../../async';
import { ExportButton, ListPager, visuallyHidden } from '../../common';
import { Section } from '../Section';
import { exemptionQuery, type ExemptionAddress } from './exemptionAddress';
import { ExemptionCounts } from './ExemptionCounts';
import { ExemptionRow } from './ExemptionRow';

const useStyles = makeStyles(theme => ({
  list: {
    ...theme.typography.body2,
    margin: theme.spacing(1, 0, 0),
    padding: 0,
    listStyle: 'none',
  },
  refreshing: { opacity: 0.6, transition: 'opacity 200ms 200ms' },
  hidden: visuallyHidden,
}));

/** One page of what is in a state. */
function ExemptionPage(props: {
  page: ListExemptionsResponse;
  refreshing: boolean;
  address: ExemptionAddress;
  onChanged: (sentence: string) => void;
}) {
  const { page, refreshing, address, onChanged } = props;
  const { params } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  if (page.items.length === 0) {
    return (
      <StateMessage
        dense
        icon={<NothingIcon />}
        title={t(`exemptions.list.none.${params.show}`)}
      >
        {t('exemptions.list.noneText')}
      </StateMessage>
    );
  }
  return (
    <div aria-busy={refreshing}>
      <div className={classes.hidden} role="status">
        {!refreshing &&
          t('exemptions.list.results', { count: page.totalItems })}
      </div>
      <ul
        className={`${classes.list} ${refreshing ? classes.refreshing : ''}`}
        aria-label={t('exemptions.list.label')}
      >
        {page.items.map(item => (
          <ExemptionRow
            key={item.id}
            exemption={item}
            rules={page.rules}
            onChanged={onChanged}
          />
        ))}
      </ul>
      <ListPager page={page} address={address} />
    </div>
  );
}

/** Every exemption that the reader sees, by its state. */
export function ListSection(props: {
  state: LoadState<ListExemptionsResponse>;
  address: ExemptionAddress;
  onChanged: (sentence: string) => void;
}) {
  const { state, address, onChanged } = props;
  const { t } = useTranslation();
  const { limit: _, cursor: __, ...query } = exemptionQuery(address.params);
  return (
    <Section
      title={t('exemptions.list.title')}
      actions={
        <ExportButton
          route="listExemptions"
          input={{ query }}
          name="exemptions"
        />
      }
    >
      <Async state={state}>
        {(page, refreshing) => (
          <>
            <ExemptionCounts counts={page.counts} address={address} />
            <ExemptionPage
              page={page}
              refreshing={refreshing}
              address={address}
              onChanged={onChanged}
            />
          </>
        )}
      </Async>
    </Section>
  );
}
