import Button from '@material-ui/core/Button';
import FilterIcon from '@material-ui/icons/FilterList';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import type { ProgressResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { ReadinessAddress } from '../../../hooks/readiness/useReadinessParams';
import { useTranslation } from '../../../hooks/useTranslation';
import { StateMessage } from '../../async';
import { ExportButton, ListPager, visuallyHidden } from '../../common';
import { Section } from '../../maturity/Section';
import { progressQueryOf } from '../../../utils/readiness/readinessParams';
import { ProgressSort } from './ProgressSort';
import { ProgressTable } from './ProgressTable';

const useStyles = makeStyles({ hidden: visuallyHidden });

export interface ProgressListProps {
  page: ProgressResponse;
  refreshing: boolean;
  /** Id of the checklist. */
  checklist: string;
  address: ReadinessAddress;
  onClear: () => void;
}

/** The services, page by page. */
export function ProgressList(props: ProgressListProps) {
  const { page, refreshing, checklist, address, onClear } = props;
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  if (page.totalItems === 0) {
    return (
      <StateMessage
        icon={<FilterIcon />}
        title={t('organisation.noServices')}
        action={
          <Button size="small" variant="outlined" onClick={onClear}>
            {t('organisation.clear')}
          </Button>
        }
      >
        {t('organisation.noServicesText')}
      </StateMessage>
    );
  }
  return (
    <Section
      title={t('organisation.list.title')}
      actions={<ProgressSort params={params} onSort={change} />}
    >
      <div aria-busy={refreshing}>
        {refreshing && <LinearProgress aria-label={t('common.refreshing')} />}
        <div className={classes.hidden} role="status">
          {!refreshing && t('ranking.results', { count: page.totalItems })}
        </div>
        <ProgressTable
          services={page.items}
          checklist={checklist}
          item={params.item}
        />
        <ListPager
          page={page}
          address={address}
          whole={
            <ExportButton
              route="listProgress"
              input={{ id: checklist, query: progressQueryOf(params) }}
              name={checklist}
              label={`${t('common.export')}: ${t('organisation.list.title')}`}
            />
          }
        />
      </div>
    </Section>
  );
}
