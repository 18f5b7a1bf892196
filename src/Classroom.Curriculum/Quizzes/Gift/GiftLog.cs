namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>Collects what is wrong, and what is worth a look, while a file is read.</summary>
internal sealed class GiftLog
{
    private readonly List<GiftRemark> faults = [];
    private readonly List<GiftRemark> notes = [];

    public int FaultCount => faults.Count;

    public IReadOnlyList<GiftRemark> Faults => [.. faults.OrderBy(fault => fault.Line)];

    public IReadOnlyList<GiftRemark> Notes => [.. notes.Distinct().OrderBy(note => note.Line)];

    public void Fault(int line, string message) => faults.Add(new(line, message));

    public void Note(int line, string message) => notes.Add(new(line, message));
}
