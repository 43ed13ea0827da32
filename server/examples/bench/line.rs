//! One kept-alive connection that says no more than it must, and counts what passes.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use domain::form::short::{KIND, SMALL, Short};
use flate2::{Compression, write::GzEncoder};

/// A connection of one device.
pub(crate) struct Line {
    stream: BufReader<TcpStream>,
    address: String,
    token: String,
    /// Bytes sent, headers included.
    pub(crate) up: usize,
    /// Bytes that came back, headers included.
    pub(crate) down: usize,
}

/// What comes through the door.
pub(crate) struct Event {
    pub(crate) id: Option<String>,
    pub(crate) data: String,
}

impl Line {
    pub(crate) fn to(address: &str, token: &str) -> Self {
        let stream = TcpStream::connect(address).expect("the server is there");
        stream.set_nodelay(true).expect("a setting");
        let stream = BufReader::new(stream);
        Self { stream, address: address.to_owned(), token: token.to_owned(), up: 0, down: 0 }
    }

    /// Sends a message as a phone does, and gives the answer's text: what is small in short, what is large compressed.
    pub(crate) fn ask(&mut self, path: &str, body: &str) -> String {
        let mut talk = Short::new();
        let (kind, packed, sent) = if body.len() < SMALL {
            (KIND, "", talk.write(body))
        } else {
            ("application/json", "content-encoding: gzip\r\n", gzip(body))
        };
        let mut message = format!(
            "POST {path} HTTP/1.1\r\nhost: {}\r\ncookie: __Host-bandeng={}\r\n\
             content-type: {kind}\r\naccept-encoding: br, gzip\r\n{packed}\
             content-length: {}\r\n\r\n",
            self.address,
            self.token,
            sent.len()
        )
        .into_bytes();
        message.extend(sent);
        self.up += message.len();
        self.stream.get_mut().write_all(&message).expect("the server listens");
        self.hear(path, &mut talk)
    }

    /// Asks for something that needs no words.
    pub(crate) fn read(&mut self, path: &str) -> String {
        self.get(path);
        self.hear(path, &mut Short::new())
    }

    /// Opens the door at which the server knocks, and gives the first event.
    pub(crate) fn listen(&mut self) -> Event {
        self.get("/api/v1/poke");
        while !self.text_line().is_empty() {}
        self.event()
    }

    /// Waits for the next event: its data, and its name if it has one.
    pub(crate) fn event(&mut self) -> Event {
        let size = usize::from_str_radix(&self.text_line(), 16).expect("a size");
        let event = String::from_utf8(self.bytes(size)).expect("text");
        self.text_line();
        let said = |name| event.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
        Event { id: said("id: "), data: said("data: ").expect("data") }
    }

    /// Whether nothing more comes for a while.
    pub(crate) fn is_silent(&mut self) -> bool {
        let while_ = Some(Duration::from_millis(300));
        self.stream.get_ref().set_read_timeout(while_).expect("a setting");
        let came = self.stream.fill_buf().map_or(0, <[u8]>::len);
        self.stream.get_ref().set_read_timeout(None).expect("a setting");
        came == 0
    }

    fn get(&mut self, path: &str) {
        let message = format!(
            "GET {path} HTTP/1.1\r\nhost: {}\r\ncookie: __Host-bandeng={}\r\n\r\n",
            self.address, self.token,
        );
        self.up += message.len();
        self.stream.get_mut().write_all(message.as_bytes()).expect("the server listens");
    }

    fn hear(&mut self, path: &str, talk: &mut Short) -> String {
        let status = self.text_line();
        let (mut length, mut brotli, mut gzip, mut short) = (None, false, false, false);
        loop {
            let header = self.text_line().to_ascii_lowercase();
            let Some((name, value)) = header.split_once(": ") else { break };
            match name {
                "content-length" => length = value.parse().ok(),
                "content-type" => short = value == KIND,
                "content-encoding" => (brotli, gzip) = (value == "br", value == "gzip"),
                _ => {}
            }
        }
        let body = match length {
            Some(length) => self.bytes(length),
            None => self.pieces(),
        };
        if short {
            return talk.read(&body).expect("a whole answer");
        }
        let mut text = String::new();
        let read = if brotli {
            brotli::Decompressor::new(&body[..], 4096).read_to_string(&mut text)
        } else if gzip {
            flate2::read::GzDecoder::new(&body[..]).read_to_string(&mut text)
        } else {
            (&body[..]).read_to_string(&mut text)
        };
        read.expect("text");
        assert!(status.contains(" 200 "), "{path}: {status}: {text}");
        text
    }

    fn pieces(&mut self) -> Vec<u8> {
        let mut all = Vec::new();
        loop {
            let size = usize::from_str_radix(&self.text_line(), 16).expect("a size");
            all.extend(self.bytes(size));
            self.text_line();
            if size == 0 {
                return all;
            }
        }
    }

    fn bytes(&mut self, count: usize) -> Vec<u8> {
        let mut bytes = vec![0; count];
        self.stream.read_exact(&mut bytes).expect("a whole answer");
        self.down += count;
        bytes
    }

    fn text_line(&mut self) -> String {
        let mut line = String::new();
        self.down += self.stream.read_line(&mut line).expect("an answer");
        line.trim_end().to_owned()
    }
}

fn gzip(body: &str) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(body.as_bytes()).expect("memory");
    packed.finish().expect("memory")
}
