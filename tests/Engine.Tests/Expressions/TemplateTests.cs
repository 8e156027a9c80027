using System.Diagnostics;
using WorkflowAccountability.Engine.Definitions;

namespace WorkflowAccountability.Engine.Tests.Expressions;

[Collection("alone, because it measures time")]
public sealed class TemplateTests
{
    [Theory]
    [InlineData("a long loop", "{% for i in (1..1000000000) %}x{% endfor %}")]
    [InlineData("a long silent loop", "{% for i in (1..1000000000) %}{% endfor %}")]
    [InlineData("loops in loops", "{% for i in (1..1000) %}{% for j in (1..1000) %}{% for k in (1..1000) %}{% assign x = k %}{% endfor %}{% endfor %}{% endfor %}")]
    [InlineData("a text that doubles", "{% assign s = 'x' %}{% for i in (1..60) %}{% assign s = s | append: s %}{% endfor %}{{ s | size }}")]
    [InlineData("a text that doubles the other way", "{% assign s = 'x' %}{% for i in (1..60) %}{% assign s = s | prepend: s %}{% endfor %}{{ s | size }}")]
    [InlineData("a text that replaces itself", "{% assign s = 'xx' %}{% for i in (1..60) %}{% assign s = s | replace: 'x', s %}{% endfor %}{{ s | size }}")]
    [InlineData("a list that doubles", "{% assign s = 'x,x' | split: ',' %}{% for i in (1..60) %}{% assign s = s | concat: s %}{% endfor %}{{ s | size }}")]
    [InlineData("a list joined with itself", "{% assign s = 'x,x,x' %}{% for i in (1..60) %}{% assign a = s | split: ',' %}{% assign s = a | join: s %}{% endfor %}{{ s | size }}")]
    [InlineData("a capture that doubles", "{% assign s = 'x' %}{% for i in (1..60) %}{% capture s %}{{ s }}{{ s }}{% endcapture %}{% endfor %}{{ s | size }}")]
    [InlineData("a file", "{% include '/etc/passwd' %}")]
    [InlineData("a rendered file", "{% render '/etc/passwd' %}")]
    [InlineData("a long text", "{% for i in (1..9999) %}xxxxxxxxxxxx{% endfor %}")]
    public void A_template_that_goes_too_far_is_stopped_within_a_second(string what, string template)
    {
        var watch = Stopwatch.StartNew();

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var ends = false;
        try
        {
            var run = new Run(Chart.Of(Chart.With("W", "Elsa.WriteLine", "text", "Liquid", template)));
            ends = run.IsFinished;
            run.State.Incidents.ShouldHaveSingleItem($"{what} wrote: {string.Join(',', run.Lines)}");
        }
        catch (InvalidWorkflowDefinitionException refused)
        {
            refused.Faults.ShouldHaveSingleItem().ShouldContain("'text' cannot be read");
        }

        ends.ShouldBeFalse();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1), what);
        (GC.GetAllocatedBytesForCurrentThread() - allocated).ShouldBeLessThan(200_000_000, what);
    }

    [Theory]
    [InlineData("{{ 'now' | date: '%Y-%m-%d' }}", "2026-09-21")]
    [InlineData("{{ WorkflowInstanceId }}", "instance")]
    [InlineData("{{ 'a,b' | split: ',' | join: '-' | append: '!' | prepend: '>' | replace: 'a', 'A' }}", ">A-b!")]
    [InlineData("{{ Nobody }}{{ Variables.Nobody }}", "")]
    [InlineData("{% if Input.Amount > 3 %}more{% else %}less{% endif %}", "less")]
    public void A_template_sees_what_it_may(string template, string expected) =>
        new Run(Chart.Of(Chart.With("W", "Elsa.WriteLine", "text", "Liquid", template))).Lines.ShouldBe([expected]);
}
