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

    [Fact]
    public void A_word_may_have_a_plural_of_its_own() =>
        Assert.Equal(("1 class", "3 classes"), (Counted.Format(1, "class", "classes"), Counted.Format(3, "class", "classes")));
}
