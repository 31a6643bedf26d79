"""The commands: what each writes, in each format."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import govnews
from tests.cli.conftest import Run


def objects(text: str) -> list[dict[str, object]]:
    """Read JSON lines."""
    return [json.loads(line) for line in text.splitlines()]


def test_extract_writes_an_object_a_figure(run: Run, page: Path) -> None:
    """Each names its file, and numbers are strings, so that they stay exact."""
    first, second = objects(run("extract", page).stdout)
    assert (first["id"], first["kind"], first["value"], first["unit"]) == (
        str(page),
        "money",
        "50000",
        "元",
    )
    assert (second["text"], second["bound"], second["target"]) == ("近300名", "nearly", "退役军人")


def test_extract_takes_kinds(run: Run, page: Path) -> None:
    """`--kind` may be repeated."""
    one = objects(run("extract", "--kind", "money", page).stdout)
    both = objects(run("extract", "--kind", "money", "--kind", "headcount", page).stdout)
    assert [figure["kind"] for figure in one] == ["money"]
    assert [figure["kind"] for figure in both] == ["money", "headcount"]


def test_extract_as_csv(run: Run, page: Path) -> None:
    """One header, also for several files."""
    rows = list(csv.DictReader(io.StringIO(run("extract", "--format", "csv", page, page).stdout)))
    assert [row["value"] for row in rows] == ["50000", "300", "50000", "300"]
    assert rows[0]["damaged"] == "false"
    assert "topic" not in rows[0]


def test_clean_writes_text(run: Run) -> None:
    """Texts follow one another, each on lines of its own."""
    assert run("clean", stdin="投入５万元").stdout == "投入5万元\n"


def test_clean_as_json_has_the_edits(run: Run) -> None:
    """The edits are what plain text cannot say."""
    (cleaned,) = objects(run("clean", "--format", "jsonl", stdin="投入５万元").stdout)
    edit = {"rule": "width.narrow", "start": 2, "end": 3, "before": "５", "after": "5"} | {
        "confidence": 1.0
    }
    assert cleaned == {"id": "-", "text": "投入5万元", "edits": [edit]}


def test_clean_takes_a_script(run: Run) -> None:
    """As the function does."""
    assert run("clean", "--script", "keep", stdin="職工").stdout == "職工\n"


def test_segment_writes_a_row_a_word(run: Run) -> None:
    """As objects and as CSV."""
    assert objects(run("segment", stdin="职 工").stdout) == [
        {"id": "-", "text": "职", "start": 0, "end": 1, "tag": "ng", "upos": "NOUN", "kind": None},
        {"id": "-", "text": "工", "start": 2, "end": 3, "tag": "n", "upos": "NOUN", "kind": None},
    ]
    assert run("segment", "--format", "csv", stdin="职工").stdout == (
        "bulletin,text,start,end,tag,upos,kind\n-,职工,0,2,n,NOUN,\n"
    )


def test_segment_takes_a_lexicon_and_a_granularity(run: Run, tmp_path: Path) -> None:
    """Words of one's own stay whole, terms are taken apart on demand."""
    words = tmp_path / "words.txt"
    words.write_text("海棠工坊 n\n", encoding="utf-8")
    asked = ("segment", "--granularity", "fine", "--lexicon", str(words))
    cut = objects(run(*asked, stdin="困难职工走进海棠工坊").stdout)

    assert [row["text"] for row in cut] == ["困难", "职工", "走进", "海棠工坊"]


def test_a_lexicon_of_words_that_is_none_is_named(run: Run, tmp_path: Path) -> None:
    """With its line, in one line."""
    words = tmp_path / "words.txt"
    words.write_text("海棠工坊 n\n共富 工坊 富\n", encoding="utf-8")
    done = run("segment", "--lexicon", str(words), stdin="职工")

    assert done.exit_code == 2
    assert "words.txt, line 2" in done.stderr


def test_keywords_writes_a_row_a_word(run: Run) -> None:
    """As objects with places, as CSV without."""
    first, second = objects(run("keywords", stdin="慰問(wèn)職工，慰問职工").stdout)
    assert first.keys() == {"id", "rank", "word", "tag", "count", "score", "spans"}
    assert (first["id"], first["rank"], first["word"], first["count"]) == ("-", 1, "慰问", 2)
    assert second["word"] == "职工"
    shown = run("keywords", "--format", "csv", "--top", "1", stdin="职工").stdout
    assert shown == "bulletin,rank,word,tag,count,score\n-,1,职工,n,1,1.0\n"


def test_classify_writes_a_row_a_paragraph(run: Run, page: Path) -> None:
    """With every score."""
    first, second = objects(run("classify", page).stdout)
    assert (first["topics"], second["topics"]) == ([], ["veterans"])
    scores = second["scores"]
    assert isinstance(scores, dict)
    assert list(scores) == list(govnews.TOPICS)
    assert max(scores, key=scores.__getitem__) == "veterans"
    assert (second["paragraph"], second["start"], second["text"]) == (
        1,
        11,
        "慰问退役军人近300名。",
    )


def test_classify_as_csv_has_a_column_a_label(run: Run, page: Path) -> None:
    """Several topics are one cell."""
    rows = list(csv.DictReader(io.StringIO(run("classify", "--format", "csv", page).stdout)))
    assert [row["topics"] for row in rows] == ["", "veterans"]
    assert [round(float(row["veterans"])) for row in rows] == [0, 1]


def test_analyze_writes_an_object_a_file(run: Run, page: Path) -> None:
    """A bulletin is one line."""
    one, other = objects(run("analyze", page, page).stdout)
    assert one == other
    assert one["id"] == str(page)


def test_analyze_filters_topics(run: Run, page: Path) -> None:
    """Paragraphs without the topic are left out, with their figures."""
    (bulletin,) = objects(run("analyze", "--topic", "veterans", page).stdout)
    paragraphs = bulletin["paragraphs"]
    assert isinstance(paragraphs, list)
    assert [each["topics"] for each in paragraphs] == [["veterans"]]


def test_analyze_as_csv_names_paragraph_and_topic(run: Run, page: Path) -> None:
    """One row a figure."""
    rows = list(csv.DictReader(io.StringIO(run("analyze", "--format", "csv", page).stdout)))
    assert [(row["paragraph"], row["topic"]) for row in rows] == [("0", ""), ("1", "veterans")]


def test_analyze_resolves_dates(run: Run) -> None:
    """By the day of issue."""
    (bulletin,) = objects(run("analyze", "--issued", "2022-07-25", stdin="7月24日走访").stdout)
    assert '"2022-07-24"' in json.dumps(bulletin)


def test_csv_runs_no_formula(run: Run) -> None:
    """A text may come from anyone; what only begins with a minus is a number."""
    formulas = ['=HYPERLINK("http://x","5万元")', "+8名", "@SUM(5个)", "-cmd|' /C calc'!A0 5个"]
    said = [*formulas, "-2+3+cmd|' /C calc'!A0 5个", "＝1+1", "-1.6%", "-5℃", "a=b", "慰问-x"]
    shown = run("classify", "--format", "csv", stdin="\n".join(said)).stdout
    texts = [row["text"] for row in csv.DictReader(io.StringIO(shown))]
    assert texts[:6] == [f"'{govnews.clean(each).text}" for each in said[:6]]
    assert texts[6:] == said[6:]


def test_csv_keeps_negative_figures(run: Run) -> None:
    """As text and as number."""
    (row,) = csv.DictReader(
        io.StringIO(run("extract", "--format", "csv", stdin="下降-1.6%").stdout)
    )
    assert (row["bulletin"], row["text"], row["value"]) == ("-", "-1.6%", "-1.6")


@pytest.mark.parametrize("name", ["=cmd|x!A1.txt", "+1.txt", "@x.txt", "\tx.txt", "\rx.txt"])
def test_csv_runs_no_file_name(
    run: Run, page: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only in CSV: a name in JSON is a name."""
    monkeypatch.chdir(page.parent)
    page.rename(name)
    rows = list(csv.DictReader(io.StringIO(run("extract", "--format", "csv", name).stdout)))
    assert {row["bulletin"] for row in rows} == {f"'{name}"}
    assert {each["id"] for each in objects(run("extract", name).stdout)} == {name}


def test_analyze_as_parquet_is_exact(run: Run, page: Path, tmp_path: Path) -> None:
    """The ending of the file chooses the format; numbers are decimals."""
    result = run("analyze", "-o", tmp_path / "figures.parquet", page)
    table = pq.read_table(tmp_path / "figures.parquet")
    assert (result.exit_code, result.output) == (0, "")
    assert table["value"].to_pylist() == [Decimal(50000), Decimal(300)]
    assert table["topic"].to_pylist() == [None, "veterans"]


def test_analyze_as_html_is_a_page(run: Run, page: Path) -> None:
    """Whole, and in an encoding that it declares."""
    shown = run("analyze", "--format", "html", page).stdout
    assert shown.startswith("<!doctype html>")
    assert 'charset="utf-8"' in shown
    assert shown.count("<mark ") == 2


def test_a_table_can_be_asked_for(run: Run, page: Path) -> None:
    """Without a terminal it has no colours."""
    shown = run("analyze", "--format", "table", page).stdout
    assert "2. veterans 退役军人 1.00" in shown
    assert "\n  headcount  近300名     300  nearly  人    退役军人\n" in shown
    assert shown.endswith("\n2 paragraphs, 2 figures\n")
    assert "\x1b" not in shown


@pytest.mark.parametrize("command", ["extract", "classify", "keywords", "segment"])
def test_every_row_command_has_a_table(run: Run, page: Path, command: str) -> None:
    """The name of the file heads it."""
    result = run(command, "--format", "table", page)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{page}\n")


def test_damage_is_said(run: Run) -> None:
    """Beside the figure, and in the last line."""
    shown = run("analyze", "--format", "table", stdin="慰问\ufffd3名").stdout
    assert "damaged: check\n" in shown
    assert shown.endswith("1 paragraphs, 1 figures, 1 of them damaged: check them\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["extract", "--format", "xml"], "'xml' is not one of 'table', 'jsonl', 'csv', 'parquet'"),
        (["extract", "--kind", "sum"], "'sum' is not one of 'money', 'headcount'"),
        (["analyze", "--topic", "sport"], "'sport' is not one of worker_services, rights_prot"),
        (
            ["analyze", "--issued", "yesterday"],
            "'yesterday' is no day: write it as 2022-07-25, or say name",
        ),
        (["clean", "--script", "latin"], "'latin' is not one of 'simplified', 'traditional'"),
        (["segment", "--engine", "x"], "'x' is not one of 'auto', 'jieba', 'rjieba'"),
        (["keywords", "--top", "0"], "0 is not in the range x>=1"),
        (["mine"], "No such command 'mine'"),
        (["clean", "-o", "/nowhere/at/all.txt"], "there is no folder /nowhere/at: make it first"),
        (["clean", "-o", "/"], "/ is a folder: name a file in it"),
        (["train", "topics"], "Missing option '--data'"),
    ],
)
def test_wrong_usage_is_2_and_names_the_choices(run: Run, arguments: list[str], said: str) -> None:
    """Before anything is read."""
    result = run(*arguments, stdin="5万元")
    assert result.exit_code == 2
    assert said in result.stderr
    assert (result.stdout, result.stderr.count("\n")) == ("", 1)
    assert result.stderr.startswith("govnews: ")
    assert result.stderr.endswith(" --help tells more)\n")


def test_topics_in_the_help_are_the_topics(run: Run) -> None:
    """Written there by hand, because help must not load them."""
    shown = " ".join(run("analyze", "--help").stdout.split())
    assert f"One of {', '.join(govnews.TOPICS)}, or a topic of --model." in shown


def test_version(run: Run) -> None:
    """As in the package."""
    assert run("--version").stdout == f"govnews, version {govnews.__version__}\n"


def test_train_says_how_good_the_model_is(run: Run, tmp_path: Path) -> None:
    """It is written, and measured on what it has not seen."""
    for hand in ("one", "two"):
        lines = [
            json.dumps({"id": f"{hand}-{topic}-{n}", "text": name * n, "topics": [topic]})
            for topic, name in govnews.TOPICS.items()
            for n in (1, 2)
        ]
        (tmp_path / f"{hand}.jsonl").write_text("\n".join(lines), "utf-8")
    result = run("train", "topics", "--data", tmp_path, "--out", tmp_path / "model")
    assert result.exit_code == 0, result.output
    assert "macro F1 " in result.stdout
    assert "(of 20 paragraphs)" in result.stdout
    assert (tmp_path / "model" / "topics.npz").is_file()


def test_train_without_data_says_so(run: Run, tmp_path: Path) -> None:
    """One line, exit status 1."""
    result = run("train", "topics", "--data", tmp_path, "--out", tmp_path)
    assert result.exit_code == 1
    assert result.stderr.startswith("govnews: ")
    assert result.stderr.count("\n") == 1


def test_train_words_counts_them(run: Run, tmp_path: Path) -> None:
    """And says how many there are."""
    (tmp_path / "ours.jsonl").write_text('{"text": "慰问职工，走访职工"}\n', "utf-8")
    result = run("train", "words", "--data", tmp_path, "--out", tmp_path / "model")
    assert result.stdout == "3 words of 1 texts\n"
    assert (tmp_path / "model" / "words.npz").is_file()


def test_train_words_says_what_is_wrong(run: Run, tmp_path: Path) -> None:
    """One line, exit status 1."""
    result = run("train", "words", "--data", tmp_path, "--out", tmp_path)
    assert result.exit_code == 1
    assert result.stderr.startswith("govnews: the data holds no texts")
