import SvgIcon, { type SvgIconProps } from '@material-ui/core/SvgIcon';

/** The load line: a circle crossed by the line to which a ship may be laden. */
export function PlimsollIcon(props: SvgIconProps) {
  return (
    <SvgIcon {...props} viewBox="0 0 24 24">
      <g fill="none" stroke="currentColor" strokeWidth="2">
        <circle cx="12" cy="12" r="6.5" />
        <path d="M1.5 12h21" />
      </g>
    </SvgIcon>
  );
}
