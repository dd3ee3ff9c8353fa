import type { IncidentItem } from '@plimsoll/backstage-plugin-reliability-common';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { ListFrame, type PageAddress } from '../../common';
import { IncidentList } from './IncidentList';

/** One page of incidents, with the way to others. */
export function IncidentListFrame(props: {
  page: { items: IncidentItem[]; totalItems: number; nextCursor?: string };
  refreshing: boolean;
  address: PageAddress;
  /** Leaves out the services, where the list is of one. */
  ofOneService?: boolean;
  /** Instead of the list, where it is empty. */
  empty: ReactNode;
  /** What can be done with the whole list. */
  whole?: ReactNode;
}) {
  const { ofOneService, ...frame } = props;
  const { items, totalItems } = props.page;
  const { t } = useTranslation();
  return (
    <ListFrame
      {...frame}
      results={t('incident.list.results', { count: totalItems })}
    >
      <IncidentList
        incidents={items}
        label={t('incident.list.label')}
        ofOneService={ofOneService}
      />
    </ListFrame>
  );
}
