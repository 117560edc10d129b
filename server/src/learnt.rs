//! What the program that talks with people has learnt: a model, and beside it the encoder it may have been trained with.

use std::{
    fs::{self, File},
    io::BufReader,
    path::{Path, PathBuf},
    sync::Arc,
};

use assistant::{
    classify::{FileError, Model},
    encoder::Encoder,
};

use crate::commands::chain;

/// What the file of an encoder ends in: `assistant.encoder` is that of `assistant.model`.
const ENCODER: &str = "encoder";

/// What the name of a model ends in that needs no encoder: `assistant-terms.model` stands in for `assistant.model`.
const TERMS: &str = "-terms";

/// A model that was read.
pub struct Read {
    /// The model.
    pub model: Model,
    /// Whether it stands in for the one that was named, whose encoder is not there.
    pub stands_in: bool,
}

/// The model at `path`. Where that needs an encoder and there is none beside it, the one beside it that needs none.
///
/// # Errors
/// What is wrong with a file, to be put in brackets.
pub fn read(path: &Path) -> Result<Read, String> {
    let encoder = beside(path)?;
    match model(path, encoder.as_ref())? {
        Ok(model) => Ok(Read { model, stands_in: false }),
        Err(lacking @ FileError::Lacking(_)) => {
            let other = without(path);
            if !other.is_file() {
                return Err(format!("{lacking}; it would have to be {}", path.with_extension(ENCODER).display()));
            }
            let model = model(&other, None)?.map_err(|error| format!("{}: {error}", other.display()))?;
            Ok(Read { model, stands_in: true })
        }
        Err(error) => Err(error.to_string()),
    }
}

fn model(path: &Path, encoder: Option<&Arc<Encoder>>) -> Result<Result<Model, FileError>, String> {
    let file = fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    Ok(Model::from_bytes(&file, encoder))
}

/// The name of the model that stands in for the one at `path`.
fn without(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    path.with_file_name(format!("{stem}{TERMS}{ending}"))
}

/// The encoder beside the model at `path`, if there is one.
///
/// # Errors
/// What is wrong with its file.
pub fn beside(path: &Path) -> Result<Option<Arc<Encoder>>, String> {
    let path = path.with_extension(ENCODER);
    path.is_file().then(|| encoder(&path)).transpose()
}

/// The encoder at `path`.
///
/// # Errors
/// What is wrong with the file.
pub fn encoder(path: &Path) -> Result<Arc<Encoder>, String> {
    let file = File::open(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    let encoder = Encoder::read(BufReader::new(file));
    encoder.map(Arc::new).map_err(|error| format!("{} is no encoder: {}", path.display(), chain(&error)))
}

#[cfg(test)]
mod tests {
    use assistant::{
        classify::{examples, train},
        data::Utterance,
    };
    use sha2::{Digest, Sha256};

    use super::*;

    /// A model of two labels that says that it needs an encoder, as far as it is read before there is one.
    fn needing() -> Vec<u8> {
        let four = |number: u32| number.to_le_bytes();
        let body = [four(2), four(1)].concat();
        let body = [body.as_slice(), b"a", &four(1), b"b", &1_f32.to_le_bytes(), &[0; 4], &four(1), &[7; 32]].concat();
        // One block that was not made smaller, the last one (RFC 1951, 3.2.4), and before it how long it is.
        let length = u16::try_from(body.len()).unwrap();
        let block = [[1].as_slice(), &length.to_le_bytes(), &(!length).to_le_bytes(), &body].concat();
        let packed = [four(length.into()).as_slice(), &block].concat();
        [b"banyan03".as_slice(), Sha256::digest(&packed).as_slice(), &packed].concat()
    }

    fn needing_none() -> Vec<u8> {
        let said = [("where is my card", "card"), ("how much do i have", "balance")];
        let said = said.map(|(text, label)| Utterance { text: text.to_owned(), label: label.to_owned() });
        train(&examples(&said, None), &[], 1, None).unwrap().to_bytes()
    }

    #[test]
    fn where_the_encoder_is_lacking_the_model_without_one_stands_in() {
        let folder = std::env::temp_dir().join(format!("banyan-learnt-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("assistant.model");
        fs::write(&path, needing()).unwrap();
        let refused = read(&path).err().unwrap();
        assert!(refused.contains("0707070707070707") && refused.contains("assistant.encoder"), "{refused}");
        fs::write(folder.join("assistant-terms.model"), needing_none()).unwrap();
        let read_instead = read(&path).unwrap();
        assert!(read_instead.stands_in && read_instead.model.guess("my card").label == "card");
        fs::write(path.with_extension(ENCODER), b"no encoder").unwrap();
        assert!(read(&path).err().unwrap().contains("is no encoder"));
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn what_stands_in_is_beside_it() {
        assert_eq!(without(Path::new("/x/assistant.model")), Path::new("/x/assistant-terms.model"));
        assert_eq!(without(Path::new("learnt")), Path::new("learnt-terms"));
    }
}
