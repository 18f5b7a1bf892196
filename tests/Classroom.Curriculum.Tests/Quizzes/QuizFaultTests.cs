using Classroom.Curriculum.Loading;

namespace Classroom.Curriculum.Tests;

/// <summary>Each fault in a quiz, on a sample that is broken in that one place.</summary>
public sealed class QuizFaultTests : IDisposable
{
    private const string Quiz = "hill-walk/quiz.yaml";

    private readonly SampleContent content = new();

    public void Dispose() => content.Dispose();

    [Theory]
    [InlineData("id: way", "id: The way", "- id: The way", "Question \"The way\": An id is written in small letters")]
    [InlineData("id: parts", "id: way", "- id: way\n    kind: several-answers", "Question \"way\": Another question has this id already.")]
    [InlineData("- id: way\n    kind", "- kind", "- kind: one-answer", "The quiz, question 1: \"id\" is missing.")]
    [InlineData("    kind: one-answer\n", "", "- id: way", "Question \"way\": \"kind\" is missing.")]
    [InlineData(
        "kind: one-answer", "kind: single", "kind: single", "Question \"way\": The kind \"single\" is not known; known are one-answer,")]
    [InlineData("    level: core\n", "", "- id: way", "Question \"way\": \"level\" is missing.")]
    [InlineData("level: core", "level: easy", "level: easy", "Question \"way\": \"level\" must be core or deep, not \"easy\".")]
    [InlineData("    objective: Know which way a hill walk goes\n", "", "- id: way", "Question \"way\": \"objective\" is missing.")]
    [InlineData("    prompt: Which way does a **hill walk** go?\n", "", "- id: way", "Question \"way\": \"prompt\" is missing.")]
    [InlineData("    hint: Think of a ball.\n", "", "- id: way", "Question \"way\": \"hint\" is missing.")]
    [InlineData(
        "    explanation: It goes down, where the slope is steepest.\n", "    explanation: ''\n", "explanation: ''",
        "Question \"way\": \"explanation\" must be a text and not be empty.")]
    [InlineData(
        "hint: Think", "hnt: Think", "hnt: Think of a ball.",
        "Question \"way\": The key \"hnt\" is not known here; known are choices, explanation,")]
    [InlineData(
        "hint: Think of a ball.", "hint: Think of a **ball**.", "hint: Think of a **ball**.",
        "Question \"way\": \"hint\" is shown as plain text, so \"**\" would be seen as it stands")]
    [InlineData(
        "prompt: Which way does", "prompt: <b>Which</b> way does", "prompt: <b>Which</b> way does a **hill walk** go?",
        "Question \"way\": In the prompt: HTML is not allowed in a text (<b>)")]
    [InlineData(
        "prompt: Which way does a **hill walk** go?", "prompt: '# Which way?'", "prompt: '# Which way?'",
        "Question \"way\": A prompt has no headings.")]
    [InlineData(
        "prompt: Which way does a **hill walk** go?", "prompt: '![A hill](figures/hill.svg \"Hill\")'",
        "prompt: '![A hill](figures/hill.svg \"Hill\")'", "Question \"way\": The prompt asks nothing in words.")]
    [InlineData(
        "(figures/hill.svg", "(figures/hil.svg", "prompt: |", "Question \"order\": In the prompt: There is no figure \"figures/hil.svg\"")]
    [InlineData(
        "\"Which comes first?\")", "\"Which comes first?\"){interactive=roll}", "prompt: |",
        "Question \"order\": In the prompt: An interactive figure belongs in a lesson")]
    [InlineData(
        "        correct: true\n", "        correct: false\n        feedback: No.\n", "- id: way",
        "Question \"way\": Exactly one choice must have \"correct: true\"; 0 have.")]
    [InlineData(
        "      - text: Up\n        feedback: That would climb the hill.", "      - text: Up\n        correct: true", "- id: way",
        "Question \"way\": Exactly one choice must have \"correct: true\"; 2 have.")]
    [InlineData(
        "        correct: true\n", "        correct: yes\n        feedback: No.\n", "correct: yes",
        "Question \"way\", choice 1: \"correct\" must be true or false, not \"yes\".")]
    [InlineData(
        "        correct: true\n", "        correct: true\n        feedback: Well done.\n", "feedback: Well done.",
        "Question \"way\", choice 1: A right choice has no feedback")]
    [InlineData(
        "        feedback: That would climb the hill.\n", "", "- text: Up",
        "Question \"way\", choice 2: A wrong choice needs \"feedback\" that names the mistake behind it.")]
    [InlineData(
        "feedback: That would", "feedbck: That would", "- text: Up", "Question \"way\", choice 2: A wrong choice needs \"feedback\"")]
    [InlineData("text: Sideways", "text: up", "- id: way", "Question \"way\": Two of the choices are the same: \"Up\".")]
    [InlineData(
        "      - text: A map\n        feedback: In the fog a map does not help.\n", "", "- id: parts",
        "Question \"parts\": At least one choice must have \"correct: true\", and at least one must not.")]
    [InlineData("    answer: false\n", "", "- id: fog", "Question \"fog\": \"answer\" is missing.")]
    [InlineData("answer: false", "answer: no", "answer: no", "Question \"fog\": \"answer\" must be true or false, not \"no\".")]
    [InlineData("    feedback: In the fog it sees nothing.\n", "", "- id: fog", "Question \"fog\": \"feedback\" is missing.")]
    [InlineData(
        "answer: 0.75", "answer: three", "answer: three", "Question \"drop\": \"answer\" must be a number such as 0.75, not \"three\".")]
    [InlineData(
        "answer: 0.75", "answer: 1e99", "answer: 1e99", "Question \"drop\": \"answer\" must be a number such as 0.75, not \"1e99\".")]
    [InlineData("    tolerance: 0.005\n", "", "- id: drop", "Question \"drop\": \"tolerance\" is missing.")]
    [InlineData("tolerance: 0.005", "tolerance: -1", "- id: drop", "Question \"drop\": \"tolerance\" must not be negative.")]
    [InlineData(
        "value: 18.25", "value: 0.745", "- value: 0.745", "Question \"drop\", mistake 1: 0.745 is within the tolerance of the answer 0.75")]
    [InlineData("        feedback: You added.\n", "", "- value: 18.25", "Question \"drop\", mistake 1: \"feedback\" is missing.")]
    [InlineData(
        "accept: [slope, gradient]", "accept: []", "- id: name",
        "Question \"name\": Of accepted answers there are 0; at least 1 are needed.")]
    [InlineData("accept: [slope, gradient]", "accept: [slope, S-lope.]", "- id: name", "Question \"name\": Two of the accepted answers")]
    [InlineData(
        "text: height", "text: SLOPE", "- text: SLOPE",
        "Question \"name\", mistake 1: \"SLOPE\" is accepted as right, so it is no mistake.")]
    [InlineData(
        "      - left: height\n        right: how high\n        feedback: Height is not steepness.\n", "", "- id: pairs",
        "Question \"pairs\": Of pairs there are 2; at least 3 are needed.")]
    [InlineData(
        "right: how high", "right: how far", "- id: pairs", "Question \"pairs\": Two of the right sides are the same: \"how far\".")]
    [InlineData("left: height", "left: slope", "- id: pairs", "Question \"pairs\": Two of the left sides are the same: \"slope\".")]
    [InlineData(
        "        feedback: Height is not steepness.\n", "", "- left: height", "Question \"pairs\", pair 3: \"feedback\" is missing.")]
    [InlineData(
        "items: [feel the slope, choose the way, take the step, look again]", "items: [feel, step]", "- id: order",
        "Question \"order\": Of items there are 2; at least 3 are needed.")]
    [InlineData(
        "items: [feel the slope,", "items: [look again,", "- id: order",
        "Question \"order\": Two of the items are the same: \"look again\".")]
    [InlineData(
        "items: [feel the slope,", "items: [feel: the slope,", "items: [feel: the slope, choose the way, take the step, look again]",
        "Question \"order\": Every item of \"items\" must be a text and not be empty; one with")]
    [InlineData("questions:\n", "questions:\n  - just text\n", "- just text", "The quiz: Every item of \"questions\" must be a mapping")]
    [InlineData("questions:\n", "question:\n", "question:", "The quiz: \"questions\" is missing.")]
    [InlineData("questions:\n", "questions: [\n", "- id: way", "This is not valid YAML")]
    [InlineData(
        "    hint: Think of a ball.\n", "    hint: Think of a ball.\n    hint: Or not.\n", "hint: Or not.", "This is not valid YAML")]
    public void A_fault_in_a_quiz_is_reported_with_its_line(string old, string now, string at, string message)
    {
        var errors = content.Replace(Quiz, old, now).Errors();

        Assert.Contains(
            errors,
            error => error.File == Quiz
                && error.Line == content.LineOf(Quiz, at)
                && error.Message.StartsWith(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Too_few_questions_are_reported()
    {
        var text = content.Read(Quiz);

        content.Write(Quiz, text[..text.IndexOf("  - id: more-5", StringComparison.Ordinal)]);

        Assert.Equal(new ContentError(Quiz, 1, "The quiz: Of questions there are 11; a term needs at least 12."), content.OnlyError());
    }

    [Fact]
    public void Too_few_core_questions_are_reported()
    {
        content.Replace(Quiz, "level: core", "level: deep");

        Assert.Equal(new ContentError(Quiz, 1, "The quiz: Of core questions there are 11; a term needs at least 12."), content.OnlyError());
    }

    [Fact]
    public void Too_few_kinds_are_reported()
    {
        var question =
            "  - {id: n-0, kind: true-false, level: core, objective: o, prompt: p, hint: h, explanation: e, answer: true, feedback: f}\n";
        content.Delete("hill-walk/charts/runs.json")
            .Write(
                Quiz,
                "questions:\n"
                    + string.Concat(
                        Enumerable.Range(0, 12).Select(index => question.Replace("n-0", $"n-{index}", StringComparison.Ordinal))));

        Assert.StartsWith(
            "The quiz: Of kinds of core question there are 1; a term needs at least 3 of one-answer,",
            content.OnlyError().Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Several_faults_in_one_question_are_all_reported()
    {
        content.Replace(Quiz, "    hint: Think of a ball.\n", "")
            .Replace(Quiz, "        correct: true\n", "")
            .Replace(Quiz, "    objective: Know which way a hill walk goes\n", "");

        Assert.Equal(4, content.Errors().Count);
    }
}
