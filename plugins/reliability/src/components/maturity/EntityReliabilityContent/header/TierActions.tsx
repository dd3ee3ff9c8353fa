import { usePermission } from '@backstage/plugin-permission-react';
import IconButton from '@material-ui/core/IconButton';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import EditIcon from '@material-ui/icons/EditOutlined';
import {
  reliabilityTierOverridePermission,
  type ServiceResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { TierOverrideDialog } from './TierOverrideDialog';
import { TierUndoDialog } from './TierUndoDialog';

export interface TierActionsProps {
  service: ServiceResponse;
  /** Gets the service as the write left it. */
  onChanged: (service: ServiceResponse) => void;
}

/** Override the tier, or undo that; drawn only for those who may. */
export function TierActions({ service, onChanged }: TierActionsProps) {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [dialog, setDialog] = useState<'none' | 'override' | 'undo'>('none');
  const { allowed } = usePermission({
    permission: reliabilityTierOverridePermission,
    resourceRef: service.entityRef,
  });
  if (!allowed) return null;
  const overridden = service.tier.override !== undefined;
  const open = (which: 'override' | 'undo') => () => {
    setAnchor(null);
    setDialog(which);
  };
  const changed = (next: ServiceResponse) => {
    setDialog('none');
    onChanged(next);
  };
  const dialogProps = {
    service,
    onChanged: changed,
    onClose: () => setDialog('none'),
  };
  return (
    <>
      <IconButton
        size="small"
        aria-label={t('entity.tier.actions')}
        title={t('entity.tier.actions')}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <EditIcon fontSize="small" />
      </IconButton>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
      >
        <MenuItem onClick={open('override')}>
          {overridden ? t('entity.tier.change') : t('entity.tier.override')}
        </MenuItem>
        {overridden && (
          <MenuItem onClick={open('undo')}>{t('entity.tier.undo')}</MenuItem>
        )}
      </Menu>
      {dialog === 'override' && <TierOverrideDialog {...dialogProps} />}
      {dialog === 'undo' && <TierUndoDialog {...dialogProps} />}
    </>
  );
}
