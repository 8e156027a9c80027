using System.Diagnostics;
using Jint;

namespace WorkflowAccountability.Engine.Expressions;

/// <summary>Stops a script that has had its time. On a machine that stands still the clock runs but the script does not: then it may go on.</summary>
internal sealed class TimeLimit(TimeSpan limit) : Constraint
{
    private long started = Stopwatch.GetTimestamp();
    private TimeSpan spent = Environment.CpuUsage.TotalTime;

    public override void Check()
    {
        if (Stopwatch.GetElapsedTime(started) > limit && Environment.CpuUsage.TotalTime - spent > limit / 2)
            throw new TimeoutException();
    }

    public override void Reset()
    {
        started = Stopwatch.GetTimestamp();
        spent = Environment.CpuUsage.TotalTime;
    }
}
