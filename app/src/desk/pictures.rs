//! The pictures beside issues: what screens know of them, and the way in for a new one.

use domain::{Act, DAY, Id, Kind, Millis, Record, Scope, Sorted, small::Photo, sync::Replica};
use js_sys::Uint8Array;

use super::{CommitError, Desk, Marks, Whereabouts};
use crate::{
    clock,
    order::oldest_first,
    picture::Taken,
    replica::{Held, NetError, StoreError, porter},
};

/// How often a picture is offered from the same place on, before it counts as not being what was announced.
const OFFERS: u32 = 3;

/// A picture of something that was never saved is let go of after so long, in milliseconds.
const FORGOTTEN: Millis = 90 * DAY;

/// When a picture was taken, by the id that it was given then.
fn taken_at(id: Id) -> Millis {
    Millis::try_from(id.as_u128() >> 80).unwrap_or_default()
}

/// What this tab knows of the pictures.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Album {
    held: Held,
    /// The picture that is on its way, and how many of its bytes are there.
    going: Option<(Id, u32)>,
    /// What the server does not take.
    bad: domain::Ids,
}

/// A picture as the screen shows it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Shot {
    pub(crate) id: Id,
    pub(crate) scope: Scope,
    pub(crate) by: Option<Id>,
    pub(crate) at: Millis,
    /// Where it is, its record and its bytes.
    pub(crate) whereabouts: Whereabouts,
    /// How much of it is on its way, in percent.
    pub(crate) percent: Option<u32>,
}

/// A picture that lies there, with what its record says.
fn lies(record: &Record) -> Option<Photo> {
    if record.kind == Kind::Photo { bytes_of(record) } else { None }
}

/// A picture or a recording that lies there: both have bytes to carry.
fn bytes_of(record: &Record) -> Option<Photo> {
    let there = matches!(record.kind, Kind::Photo | Kind::Voice) && !record.gone;
    there.then(|| record.read().ok())?
}

impl Album {
    /// Whether a picture was taken here, and the server of this epoch is not known to have it.
    fn waits(&self, id: Id, replica: &Replica) -> bool {
        let epoch = replica.meta().epoch.as_deref();
        let mine = self.held.get(&id).and_then(Option::as_deref);
        mine.is_some_and(|there| there.is_empty() || Some(there) != epoch)
    }
}

impl Desk {
    /// The pictures beside an issue or a record of a session, oldest first; tracked.
    pub(crate) fn pictures(self, beside: Id) -> Vec<Shot> {
        self.replica.with(|replica| {
            let marks = Marks::of(replica);
            let beside = |r: &Record, by: &str| r.link(by) == Some(beside);
            let all = replica.view().values();
            let all = all.filter(|record| beside(record, "issue") || beside(record, "about"));
            let mut shots: Vec<_> = all
                .filter_map(|record| Some((lies(record)?, record)))
                .map(|(photo, record)| self.shot(replica, &marks, record, &photo))
                .collect();
            shots.sort_by_cached_key(|shot| oldest_first(0, shot.at, shot.id));
            shots
        })
    }

    fn shot(self, replica: &Replica, marks: &Marks, record: &Record, photo: &Photo) -> Shot {
        let (id, scope) = (record.id, record.scope);
        self.album.with(|album| {
            let whereabouts = match marks.whereabouts(id) {
                Whereabouts::Sent if album.bad.contains(&id) => Whereabouts::Trouble,
                Whereabouts::Sent if album.waits(id, replica) => Whereabouts::Local,
                other => other,
            };
            let going = album.going.filter(|(going, _)| *going == id);
            let percent = going.map(|(_, sent)| sent * 100 / photo.bytes.max(1));
            Shot { id, scope, by: record.by, at: record.at, whereabouts, percent }
        })
    }

    /// The pictures taken here of which the village has not all, by the issue they lie beside, with how many of them
    /// it has, how many there are, and how many bytes are missing; tracked. Those whose words have not gone yet are
    /// told by their change.
    pub(crate) fn pictures_going(self) -> Vec<(Id, usize, usize, u64)> {
        self.replica.with(|replica| {
            let marks = Marks::of(replica);
            let mut going = Sorted::<Id, (usize, usize, u64)>::new();
            self.album.with(|album| {
                for (id, mine) in album.held.iter() {
                    let record = replica.view().get(id).filter(|_| mine.is_some());
                    let Some((record, photo)) = record.and_then(|r| Some((r, bytes_of(r)?))) else {
                        continue;
                    };
                    let Some(beside) = photo.issue.or(photo.about) else { continue };
                    if marks.whereabouts(record.id) != Whereabouts::Sent {
                        continue;
                    }
                    let waits = album.waits(*id, replica);
                    let (there, all, bytes) = going.or_default(beside);
                    (*there, *all) = (*there + usize::from(!waits), *all + 1);
                    *bytes += if waits { u64::from(photo.bytes) } else { 0 };
                }
            });
            let missing = going.into_iter().filter(|(_, (there, all, _))| there < all);
            missing.map(|(issue, (there, all, bytes))| (issue, there, all, bytes)).collect()
        })
    }

    /// How many pictures are only on this phone; tracked.
    pub(crate) fn pictures_waiting(self) -> usize {
        self.pictures_going().iter().map(|(_, there, all, _)| all - there).sum()
    }

    /// Keeps a picture that was just taken; nobody is told of it yet.
    ///
    /// # Errors
    /// When the store says no.
    pub(crate) async fn keep_picture(
        self,
        taken: &Taken,
        bytes: &Uint8Array,
    ) -> Result<(), StoreError> {
        self.keep_bytes(taken.id, bytes).await
    }

    /// Keeps the bytes of a picture or a recording, under the id of the record that will announce them.
    ///
    /// # Errors
    /// When the store says no.
    pub(crate) async fn keep_bytes(self, id: Id, bytes: &Uint8Array) -> Result<(), StoreError> {
        self.store.get_value().keep_picture(id, bytes).await?;
        self.album.update(|album| {
            album.held.insert(id, Some(String::new()));
        });
        Ok(())
    }

    /// Lets go of pictures that were taken and are not wanted after all.
    pub(crate) async fn leave_out(self, ids: Vec<Id>) {
        if let Err(error) = self.store.get_value().drop_pictures(&ids).await {
            leptos::logging::warn!("pictures left out are still here: {error}");
        }
        self.album.update(|album| album.held.retain(|id, _| !ids.contains(id)));
    }

    /// Lays a picture that is kept here beside what the act says.
    ///
    /// # Errors
    /// As [`Desk::commit`].
    pub(crate) async fn attach(
        self,
        scope: Scope,
        taken: &Taken,
        act: Act,
    ) -> Result<Id, CommitError> {
        self.commit(Kind::Photo, taken.id, scope, act).await
    }

    /// The bytes of a picture: those on this phone, or else the village's, which are then kept here. None where there
    /// is no signal, or the picture is itself still on its way.
    pub(crate) async fn picture(self, id: Id) -> Option<Uint8Array> {
        let store = self.store.get_value();
        if let Ok(Some(bytes)) = store.picture(id).await {
            return Some(bytes);
        }
        let bytes = porter::fetch(id).await.ok()?;
        match store.copy_picture(id, &bytes).await {
            Ok(()) => self.album.update(|album| {
                album.held.insert(id, None);
            }),
            Err(error) => leptos::logging::warn!("a picture is shown and not kept: {error}"),
        }
        Some(bytes)
    }

    /// Carries pictures to the village, one after the other, until something else wants to go first.
    ///
    /// # Errors
    /// When the line breaks; what is there already need not go again.
    pub(crate) async fn carry_pictures(self, piece: &mut u32) -> Result<(), NetError> {
        self.look_at_album().await;
        for id in self.waiting() {
            let carried = self.carry(id, piece).await;
            self.album.update(|album| album.going = None);
            if !carried? {
                break;
            }
        }
        Ok(())
    }

    /// Carries one picture; false when words are to go first.
    async fn carry(self, id: Id, piece: &mut u32) -> Result<bool, NetError> {
        let store = self.store.get_value();
        let Ok(Some(bytes)) = store.picture(id).await else { return Ok(true) };
        let (mut offers, mut before) = (0, 0);
        while offers < OFFERS {
            let mut there = match porter::offset(id).await {
                Ok(there) => there,
                // taken back elsewhere, or not ours any more
                Err(NetError::Refused(_)) => return Ok(true),
                Err(error) => return Err(error),
            };
            // a browser may send a piece twice by itself: the second is refused, and yet it went on
            offers = if there > before { 0 } else { offers + 1 };
            before = there;
            while there < bytes.length() {
                if self.replica.with_untracked(|replica| replica.unsent().len()) > 0 {
                    return Ok(false);
                }
                self.album.update(|album| album.going = Some((id, there)));
                match porter::send(id, &bytes, there, piece).await {
                    Ok(now) => there = now,
                    // another tab was faster, or it is not what was announced: the server knows where it is
                    Err(NetError::Refused(_)) => break,
                    Err(error) => return Err(error),
                }
            }
            if there >= bytes.length() {
                self.delivered(id).await;
                return Ok(true);
            }
        }
        self.album.update(|album| {
            album.bad.insert(id);
        });
        Ok(true)
    }

    async fn delivered(self, id: Id) {
        let epoch = self.replica.with_untracked(|replica| replica.meta().epoch.clone());
        let epoch = epoch.unwrap_or_default();
        if let Err(error) = self.store.get_value().delivered(id, &epoch).await {
            leptos::logging::warn!("a delivered picture will be offered again: {error}");
        }
        self.album.update(|album| {
            album.held.insert(id, Some(epoch));
        });
    }

    /// The pictures to carry, in the order in which they were taken: those that the server has heard of.
    fn waiting(self) -> Vec<Id> {
        self.replica.with_untracked(|replica| {
            let marks = Marks::of(replica);
            let known = |id: &Id| {
                marks.whereabouts(*id) == Whereabouts::Sent
                    && replica.view().get(id).and_then(bytes_of).is_some()
            };
            self.album.with_untracked(|album| {
                let waiting = album.held.keys().filter(|id| album.waits(**id, replica));
                let good = waiting.filter(|id| !album.bad.contains(id) && known(id));
                good.copied().collect()
            })
        })
    }

    /// Reads which pictures are here, as other tabs may have left them, and lets go of those that nobody may see any
    /// more: others' whose record is gone, and one's own that were taken back.
    pub(crate) async fn look_at_album(self) {
        let store = self.store.get_value();
        let Ok(held) = store.pictures().await else { return };
        let gone: Vec<Id> = self.replica.with_untracked(|replica| {
            let stale = held.iter().filter(|(id, mine)| match replica.view().get(id) {
                Some(record) => record.gone,
                // one's own may be part of something that is still being written
                None => mine.is_none() || taken_at(**id) < clock::now() - FORGOTTEN,
            });
            stale.map(|(id, _)| *id).collect()
        });
        if !gone.is_empty()
            && let Err(error) = store.drop_pictures(&gone).await
        {
            leptos::logging::warn!("pictures that nobody may see are still here: {error}");
        }
        self.album.update(|album| {
            album.held = held;
            album.held.retain(|id, _| !gone.contains(id));
        });
    }
}
