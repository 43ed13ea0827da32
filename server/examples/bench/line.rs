//! One kept-alive connection that says no more than it must, and counts what passes.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use flate2::{Compression, write::GzEncoder};

/// Bodies larger than this are compressed, as on the phone.
const WORTH_IT: usize = 1024;

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

impl Line {
    pub(crate) fn to(address: &str, token: &str) -> Self {
        let stream = TcpStream::connect(address).expect("the server is there");
        stream.set_nodelay(true).expect("a setting");
        let stream = BufReader::new(stream);
        Self { stream, address: address.to_owned(), token: token.to_owned(), up: 0, down: 0 }
    }

    /// Sends a message, and gives the answer's text.
    pub(crate) fn ask(&mut self, path: &str, body: &str) -> String {
        let large = body.len() >= WORTH_IT;
        let sent = if large { gzip(body) } else { body.as_bytes().to_vec() };
        let packed = if large { "content-encoding: gzip\r\n" } else { "" };
        let mut message = format!(
            "POST {path} HTTP/1.1\r\nhost: {}\r\ncookie: __Host-bandeng={}\r\n\
             content-type: application/json\r\naccept-encoding: br, gzip\r\n{packed}\
             content-length: {}\r\n\r\n",
            self.address,
            self.token,
            sent.len()
        )
        .into_bytes();
        message.extend(sent);
        self.up += message.len();
        self.stream.get_mut().write_all(&message).expect("the server listens");
        self.hear(path)
    }

    /// Asks for something that needs no words.
    pub(crate) fn read(&mut self, path: &str) -> String {
        let message = format!(
            "GET {path} HTTP/1.1\r\nhost: {}\r\ncookie: __Host-bandeng={}\r\n\r\n",
            self.address, self.token,
        );
        self.up += message.len();
        self.stream.get_mut().write_all(message.as_bytes()).expect("the server listens");
        self.hear(path)
    }

    fn hear(&mut self, path: &str) -> String {
        let status = self.text_line();
        let (mut length, mut brotli, mut gzip) = (None, false, false);
        loop {
            let header = self.text_line().to_ascii_lowercase();
            let Some((name, value)) = header.split_once(": ") else { break };
            match name {
                "content-length" => length = value.parse().ok(),
                "content-encoding" => (brotli, gzip) = (value == "br", value == "gzip"),
                _ => {}
            }
        }
        let body = match length {
            Some(length) => self.bytes(length),
            None => self.pieces(),
        };
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
