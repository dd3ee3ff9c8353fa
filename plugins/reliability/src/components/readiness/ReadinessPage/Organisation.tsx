import { makeStyles } from '@material-ui/core/styles';
import type { ChecklistDefinition } from '@plimsoll/backstage-plugin-reliability-common';
import {
  useChecklistOverview,
  useProgress,
} from '../../../hooks/readiness/useProgress';
import type { ReadinessAddress } from '../../../hooks/readiness/useReadinessParams';
import { withoutReadinessFilters } from '../../../utils/readiness/readinessParams';
import { Async } from '../../async';
import { ChecklistPicker } from '../ReadinessView/ChecklistPicker';
import { BulkActions } from './BulkActions';
import { OverviewParts } from './OverviewParts';
import { OrganisationFilters } from './OrganisationFilters';
import { ProgressList } from './ProgressList';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    '& > :last-child': { marginLeft: 'auto' },
  },
}));

export interface OrganisationProps {
  checklists: readonly ChecklistDefinition[];
  checklist: ChecklistDefinition;
  address: ReadinessAddress;
}

/** One checklist over all services: filters, sums, items by team, and the services. */
export function Organisation(props: OrganisationProps) {
  const { checklists, checklist, address } = props;
  const { params, change } = address;
  const classes = useStyles();
  const overview = useChecklistOverview(checklist.id, params);
  const progress = useProgress(checklist.id, params);
  const reload = () => {
    if (overview.kind === 'ready') overview.reload();
    if (progress.kind === 'ready') progress.reload();
  };
  const clear = () => change(withoutReadinessFilters(params));
  return (
    <div className={classes.root}>
      <div className={classes.top}>
        <ChecklistPicker
          checklists={checklists}
          chosen={checklist.id}
          onChoose={id => change({ checklist: id, item: undefined })}
        />
        <BulkActions
          checklist={checklist.id}
          params={params}
          onImported={reload}
        />
      </div>
      <OrganisationFilters
        params={params}
        items={checklist.items}
        onChange={change}
        onClear={clear}
      />
      <Async state={overview}>
        {(value, refreshing) => (
          <OverviewParts
            overview={value}
            refreshing={refreshing}
            onChange={change}
          />
        )}
      </Async>
      <Async state={progress}>
        {(page, refreshing) => (
          <ProgressList
            page={page}
            refreshing={refreshing}
            checklist={checklist.id}
            address={address}
            onClear={clear}
          />
        )}
      </Async>
    </div>
  );
}
