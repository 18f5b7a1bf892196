using Classroom.Training.Data.Import;

namespace Classroom.Training.Tests;

public sealed class ExampleSplitTests
{
    [Fact]
    public void No_class_of_two_or_more_examples_is_missing_in_training_or_in_validation()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var classes = random.Next(1, 30);
            byte[] labels = [.. Enumerable.Range(0, random.Next(2, 200)).Select(_ => (byte)random.Next(random.Next(1, classes + 1)))];
            var split = ExampleSplit.Stratified(labels);

            Assert.Equal(Enumerable.Range(0, labels.Length), split.Order.Order());
            Assert.InRange(split.Validation, 1, labels.Length - 1);
            foreach (var (label, examples) in labels.CountBy(label => label).Where(count => count.Value > 1))
            {
                var validation = split.Order[split.Train..].Count(place => labels[place] == label);
                Assert.InRange(validation, 1, examples - 1);
                Assert.InRange(validation, (examples / 5.0) - 1, (examples / 5.0) + 1);
            }
        }
    }

    [Fact]
    public void A_class_of_two_among_a_thousand_is_trained_on_and_validated()
    {
        var lines = Enumerable.Range(0, 1_000).Select(i => $"{i},{(i is 400 or 401 ? "rare" : i % 2 == 0 ? "even" : "odd")}");
        var data = Imported.Read("x.csv", Uploads.Csv(["number,label", .. lines])).DataSet!;
        var rare = (byte)data.Classes.ToList().IndexOf("rare");

        Assert.Equal(1, data.Labels.Span[..data.Train].Count(rare));
        Assert.Equal(1, data.Labels.Span[data.Train..].Count(rare));
    }

    [Fact]
    public void The_only_example_of_a_class_is_trained_on_and_two_of_two_classes_are_divided()
    {
        var split = ExampleSplit.Stratified([0, 0, 0, 0, 0, 7]);
        Assert.Contains(5, split.Order[..split.Train]);
        Assert.Equal([new("many", 4, 1), new("one", 1, 0)], split.Count([0, 0, 0, 0, 0, 1], ["many", "one"]));
        Assert.Equal((1, 1), (ExampleSplit.Stratified([0, 1]).Train, ExampleSplit.Stratified([0, 1]).Validation));
    }

    [Fact]
    public void The_same_labels_are_always_divided_the_same_way_and_shuffled()
    {
        byte[] labels = [.. Enumerable.Range(0, 100).Select(i => (byte)(i / 50))];
        Assert.Equal(ExampleSplit.Stratified(labels).Order, ExampleSplit.Stratified(labels).Order);
        Assert.NotEqual(ExampleSplit.Stratified(labels).Order.Order(), ExampleSplit.Stratified(labels).Order);
        Assert.InRange(ExampleSplit.Stratified(labels).Order[..40].Count(place => place < 50), 10, 30);
    }
}
