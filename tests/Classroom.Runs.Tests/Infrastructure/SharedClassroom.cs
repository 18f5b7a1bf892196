namespace Classroom.Runs.Tests;

/// <summary>One classroom on SQLite for all tests that do not restart it: each brings its own people.</summary>
public sealed class SharedClassroom(TestDatabases databases) : IAsyncLifetime
{
    public TestClassroom Classroom { get; private set; } = null!;

    /// <summary>The id of <see cref="SmallPictures"/>.</summary>
    public string Pictures { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Classroom = await TestClassroom.StartAsync(await databases.CreateAsync(Provider.Sqlite));
        Pictures = await Classroom.AddPicturesAsync();
    }

    public ValueTask DisposeAsync() => Classroom.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class SharedClassroomCollection : ICollectionFixture<SharedClassroom>
{
    public const string Name = "shared classroom";
}
