using Classroom.Naming;

namespace Classroom.School.Tests;

public sealed class CountedTests
{
    [Theory]
    [InlineData(0, "0 rows")]
    [InlineData(1, "1 row")]
    [InlineData(2, "2 rows")]
    [InlineData(1200, "1,200 rows")]
    public void One_thing_is_not_told_as_several(int number, string told) => Assert.Equal(told, Counted.Format(number, "row"));

    [Theory]
    [InlineData(0, 4, "0 of 4 runs are done")]
    [InlineData(1, 4, "1 of 4 runs is done")]
    [InlineData(2, 4, "2 of 4 runs are done")]
    [InlineData(1, 1, "1 of 1 run is done")]
    public void How_many_are_done_is_told_as_it_is_said_aloud(int done, int all, string told) =>
        Assert.Equal(told, Counted.Done(done, all, "run"));

    [Fact]
    public void A_word_may_have_a_plural_of_its_own() =>
        Assert.Equal(("1 class", "3 classes"), (Counted.Format(1, "class", "classes"), Counted.Format(3, "class", "classes")));
}
