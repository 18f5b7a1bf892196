using Classroom.Curriculum.Loading;
using Classroom.Web.Features.Glossary;

namespace Classroom.Web.Tests;

public sealed class TermMapLayoutTests
{
    private static readonly Lazy<TermMapLayout> Map = new(
        () => new TermMapLayout(CurriculumLoader.Load(Curriculum.Curriculum.DefaultFolder)));

    private static TermMapLayout Layout => Map.Value;

    [Fact]
    public void Every_term_has_a_place_of_its_own_within_the_picture()
    {
        Assert.Equal(20, Layout.Nodes.Count);
        Assert.All(Layout.Nodes, node =>
        {
            Assert.InRange(node.X, TermMapLayout.Radius, Layout.Width - TermMapLayout.Radius);
            Assert.InRange(node.Y, TermMapLayout.Radius, Layout.Height - TermMapLayout.Radius);
        });
        foreach (var column in Layout.Nodes.GroupBy(node => node.X))
        {
            var heights = column.Select(node => node.Y).Order().ToList();
            Assert.All(
                heights.Zip(heights.Skip(1)),
                pair => Assert.True(
                    pair.Second - pair.First >= TermMapLayout.Row - 0.001,
                    $"Two terms of one column are {pair.Second - pair.First} apart."));
        }
    }

    [Fact]
    public void Every_line_leads_from_left_to_right() => Assert.All(Layout.Lines, line => Assert.True(line.From.X < line.To.X));

    [Fact]
    public void The_lines_tell_every_prerequisite_directly_or_through_others()
    {
        foreach (var node in Layout.Nodes)
        {
            var reached = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<string>([node.Term.Slug]);
            while (open.TryPop(out var slug))
            {
                foreach (var from in Layout.Lines.Where(line => line.To.Term.Slug == slug)
                    .Select(line => line.From.Term.Slug)
                    .Where(reached.Add))
                {
                    open.Push(from);
                }
            }
            Assert.Superset(node.Term.Prerequisites.ToHashSet(StringComparer.Ordinal), reached);
        }
    }

    [Fact]
    public void A_line_that_others_imply_is_left_out() =>
        Assert.DoesNotContain(Layout.Lines, line => line.From.Term.Slug == "batch" && line.To.Term.Slug == "hyperparameter");

    [Fact]
    public void A_long_name_is_written_in_lines_that_fit_its_column() =>
        Assert.Equal(
            ["Convolutional", "neural network"], Layout.Nodes.Single(node => node.Term.Slug == "convolutional-neural-network").Lines);
}
