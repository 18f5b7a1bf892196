using Microsoft.Extensions.Logging;

namespace Classroom.Web.Tests.Interactive;

/// <summary>Keeps the exceptions that were logged as errors.</summary>
internal sealed class RecordingLogger : ILogger
{
    public List<Exception?> Errors { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Errors.Add(exception);
        }
    }
}
