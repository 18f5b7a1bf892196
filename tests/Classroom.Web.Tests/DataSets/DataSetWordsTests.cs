using Classroom.Training.Data;
using Classroom.Web.Features.DataSets;

namespace Classroom.Web.Tests.DataSets;

public sealed class DataSetWordsTests
{
    [Theory]
    [InlineData(DataSetKind.Text, 1, "1 character")]
    [InlineData(DataSetKind.Sequence, 1, "1 measurement")]
    [InlineData(DataSetKind.Table, 1, "1 number")]
    [InlineData(DataSetKind.Table, 2, "2 numbers")]
    public void An_example_of_one_thing_is_told_as_one(DataSetKind kind, int size, string told) =>
        Assert.Equal(told, DataSetText.Example(new DataSetInfo
        {
            Id = "x",
            Title = "x",
            Description = "",
            Kind = kind,
            Train = 1,
            Validation = 1,
            Shape = [size],
            Classes = [],
        }));
}
