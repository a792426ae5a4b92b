"""Folders that are copied to other devices."""

import pytest

from onveilig_desktop.surroundings import synced_by


@pytest.mark.parametrize(
    ("place", "service"),
    [
        ("OneDrive/papers", "OneDrive"),
        ("OneDrive - Work/papers", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs/a", "iCloud Drive"),
        ("Google Drive/My Drive", "Google Drive"),
        ("nextcloud/notes", "Nextcloud"),
        ("Dropboxes/notes", ""),
        ("Megan/notes", ""),
    ],
)
def test_a_folder_is_known_by_its_name(tmp_path, place, service):
    folder = tmp_path / place
    folder.mkdir(parents=True)
    assert synced_by(folder) == service


def test_a_folder_is_known_by_what_was_put_into_it(tmp_path):
    (tmp_path / ".stfolder").mkdir()
    assert synced_by(tmp_path / "notes" / "deeper") == "Syncthing"


def test_a_link_into_such_a_folder_is_followed(tmp_path):
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "notes").symlink_to(tmp_path / "Dropbox")
    assert synced_by(tmp_path / "notes") == "Dropbox"
