//! Where the demo stands in its story, and moving there: today, in the sixth week of the second round, on its last day.
//! Time goes forward by playing what happens meanwhile; back by starting over.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU8, Ordering};

use kit::clock::Clock;
use kit::db::Store;
use kit::{Error, Result};
use tokio::sync::Mutex;

use super::{load, play, store};

kit::named! {
    /// A moment of the demo's story.
    pub enum Scene {
        /// The second round's pairs are proposed.
        Today = "today",
        /// They have met for six weeks, most of them.
        WeekSix = "week-six",
        /// The round ends, and its report is whole.
        LastDay = "last-day",
    }
}

/// The demo's clock. What it says is kept in a file beside the data, so that a demo that is started again goes on.
#[derive(Debug, Default)]
pub struct Stage {
    scene: AtomicU8,
    file: Option<PathBuf>,
    /// One move at a time.
    moving: Mutex<()>,
}

const FILE: &str = "demo.clock";

impl Stage {
    /// The stage of a demo in this folder, with the clock put where it stood.
    ///
    /// # Errors
    /// `Internal` when its file can be neither read nor understood.
    pub fn of_folder(folder: &Path, clock: &Clock) -> Result<Stage> {
        let file = folder.join(FILE);
        let stage = Stage { file: Some(file.clone()), ..Stage::default() };
        if file.try_exists().map_err(Error::internal)? {
            let text = std::fs::read_to_string(&file).map_err(Error::internal)?;
            let broken = || Error::internal(format!("{}: not a scene and days", file.display()));
            let (scene, days) = text.trim().split_once(' ').ok_or_else(broken)?;
            let scene: Scene = scene.parse().map_err(|_| broken())?;
            clock.put_ahead(days.parse().map_err(|_| broken())?);
            stage.scene.store(scene as u8, Ordering::Relaxed);
        }
        Ok(stage)
    }

    /// Where it stands.
    #[must_use]
    pub fn scene(&self) -> Scene {
        let at = usize::from(self.scene.load(Ordering::Relaxed));
        Scene::ALL.get(at).copied().unwrap_or(Scene::Today)
    }

    /// Goes to a scene. A demo that was made so long ago that its round has begun starts over first. Who was signed in is not any more: the organisation may be another, and time has passed.
    ///
    /// # Errors
    /// `Internal` when the database fails; `Conflict` when what was done to the cast does not let the story go on.
    pub async fn go_to(&self, store: &Store, scene: Scene) -> Result<()> {
        let _moving = self.moving.lock().await;
        let is_old = scene > Scene::Today && self.scene() == Scene::Today && play::has_begun(store).await?;
        if scene < self.scene() || is_old {
            store.clock().put_ahead(0);
            store.write_outside(store::retire).await?;
            load::cast_comes(store).await?;
            self.stands_at(Scene::Today, 0)?;
        }
        for next in Scene::ALL.iter().copied().filter(|next| *next > self.scene() && *next <= scene) {
            let days = play::until(store, next).await?;
            store.clock().put_ahead(days);
            self.stands_at(next, days)?;
        }
        Ok(())
    }

    fn stands_at(&self, scene: Scene, days: i64) -> Result<()> {
        if let Some(file) = &self.file {
            std::fs::write(file, format!("{scene} {days}\n")).map_err(Error::internal)?;
        }
        self.scene.store(scene as u8, Ordering::Relaxed);
        Ok(())
    }
}
