import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarPage,
  SidebarSpace,
} from '@backstage/core-components';
import {
  Settings,
  UserSettingsSignInAvatar,
} from '@backstage/plugin-user-settings';
import CategoryIcon from '@material-ui/icons/Category';
import ExtensionIcon from '@material-ui/icons/Extension';
import HomeIcon from '@material-ui/icons/Home';
import MenuIcon from '@material-ui/icons/Menu';
import SearchIcon from '@material-ui/icons/Search';
import { Logo, SignedInAs } from 'app-shared';
import { PropsWithChildren } from 'react';
import { LoadLineIcon } from './LoadLineIcon';

export function Root({ children }: PropsWithChildren<{}>) {
  return (
    <SidebarPage>
      <Sidebar>
        <Logo />
        <SidebarGroup label="Search" icon={<SearchIcon />} to="/search">
          <SidebarItem icon={SearchIcon} to="search" text="Search" />
        </SidebarGroup>
        <SidebarDivider />
        <SidebarGroup label="Menu" icon={<MenuIcon />}>
          <SidebarItem icon={HomeIcon} to="/" text="Home" />
          <SidebarItem icon={CategoryIcon} to="catalog" text="Catalog" />
          <SidebarItem
            icon={LoadLineIcon}
            to="reliability"
            text="Reliability"
          />
          <SidebarItem icon={ExtensionIcon} to="api-docs" text="APIs" />
        </SidebarGroup>
        <SidebarSpace />
        <SidebarDivider />
        <SidebarGroup label="Settings" icon={<UserSettingsSignInAvatar />}>
          <Settings />
          <SignedInAs />
        </SidebarGroup>
      </Sidebar>
      {children}
    </SidebarPage>
  );
}
