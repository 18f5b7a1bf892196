using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Classroom.School.Tests;

/// <summary>Counts what is asked of one school's database; other tests run at the same time.</summary>
internal sealed class QueryCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _database;
    private readonly List<IDisposable> _subscriptions = [];
    private int _count;

    public QueryCounter(TestSchool school)
    {
        using var db = school.OpenContext();
        _database = db.Database.GetConnectionString()!;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>Queries since the last time.</summary>
    public int Take() => Interlocked.Exchange(ref _count, 0);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name
            && value.Value is CommandExecutedEventData { Context: { } context }
            && context.Database.GetConnectionString() == _database)
        {
            Interlocked.Increment(ref _count);
        }
    }

    public void OnError(Exception error) { }

    public void OnCompleted() { }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
}
