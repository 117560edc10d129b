//! The folder with the models that were offered, each under the SHA-256 of its file.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use assistant::{
    classify::{MOST_BYTES, Model},
    encoder::Encoder,
};
use bank::models::{Named, Standing, Trouble};
use sha2::{Digest, Sha256};

use crate::config::Config;

/// Where models are kept, and the encoder that they may need.
#[derive(Clone)]
pub struct Shelf {
    folder: Option<PathBuf>,
    encoder: Option<Arc<Encoder>>,
}

impl Shelf {
    /// As the settings have it: with the encoder of the release's own model, and no other.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        let encoder = config.assistant_model.as_ref().and_then(|learnt| learnt.model.encoder().cloned());
        Self { folder: config.assistant_models.clone(), encoder }
    }

    /// The encoder.
    #[must_use]
    pub const fn encoder(&self) -> Option<&Arc<Encoder>> {
        self.encoder.as_ref()
    }

    /// The folder, where there is one.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// Keeps a file; under its name there is all of it or nothing.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn put(&self, file: &[u8]) -> io::Result<()> {
        let folder = self.folder.as_deref().ok_or(io::ErrorKind::NotFound)?;
        fs::create_dir_all(folder)?;
        let path = named(folder, &sum(file));
        let whole = path.with_extension("new");
        fs::write(&whole, file)?;
        fs::rename(whole, path)
    }

    /// The model that was promoted, and how long its file is.
    ///
    /// # Errors
    /// Why it is not here.
    pub fn fetch(&self, standing: &Standing) -> Result<(Named, usize), Trouble> {
        let folder = self.folder.as_deref().ok_or(Trouble::Missing)?;
        let path = named(folder, &standing.sha256);
        let length = fs::metadata(&path).map_err(|_| Trouble::Missing)?.len();
        // What nobody could have offered is not read.
        if !usize::try_from(length).is_ok_and(|length| length <= MOST_BYTES) {
            return Err(Trouble::Other);
        }
        let file = fs::read(&path).map_err(|_| Trouble::Missing)?;
        if sum(&file) != standing.sha256 {
            return Err(Trouble::Other);
        }
        let model = Model::from_bytes(&file, self.encoder()).map_err(|_| Trouble::Unusable)?;
        Ok((Named::of(Arc::new(model)), file.len()))
    }
}

fn named(folder: &Path, sha256: &str) -> PathBuf {
    folder.join(format!("{sha256}.model"))
}

/// The SHA-256 of a file, in hexadecimal digits.
#[must_use]
pub fn sum(file: &[u8]) -> String {
    Sha256::digest(file).iter().fold(String::new(), |name, byte| format!("{name}{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use assistant::{
        classify::{examples, train},
        data::Utterance,
    };
    use model::ModelId;

    use super::*;

    #[test]
    fn what_is_not_what_was_promoted_is_not_taken() {
        let folder = std::env::temp_dir().join(format!("banyan-shelf-{}", std::process::id()));
        let shelf = Shelf { folder: Some(folder.clone()), encoder: None };
        let said = [("where is my card", "card"), ("how much do i have", "balance")];
        let said = said.map(|(text, label)| Utterance { text: text.to_owned(), label: label.to_owned() });
        let model = train(&examples(&said, None), &[], 1, None).unwrap();
        let file = model.to_bytes();
        let standing = |file: &[u8]| Standing { id: ModelId::new(1), name: model.version(), sha256: sum(file) };
        let trouble = |standing: &Standing| shelf.fetch(standing).err();
        assert_eq!(trouble(&standing(&file)), Some(Trouble::Missing));
        shelf.put(&file).unwrap();
        let (named, length) = shelf.fetch(&standing(&file)).unwrap();
        assert_eq!((&*named.name, length), (model.version().as_str(), file.len()));
        fs::write(folder.join(format!("{}.model", sum(&file))), b"another").unwrap();
        assert_eq!(trouble(&standing(&file)), Some(Trouble::Other));
        shelf.put(b"no model").unwrap();
        assert_eq!(trouble(&standing(b"no model")), Some(Trouble::Unusable));
        let nowhere = Shelf { folder: None, encoder: None };
        assert!(nowhere.put(&file).is_err() && nowhere.fetch(&standing(&file)).is_err());
        fs::remove_dir_all(&folder).unwrap();
    }
}
