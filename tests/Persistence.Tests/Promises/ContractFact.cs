using Xunit.Abstractions;
using Xunit.Sdk;

namespace WorkflowAccountability.Persistence.Tests.Promises;

/// <summary>A fact of a contract. It is reported as skipped, with the reason, where its class needs a server that is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("WorkflowAccountability.Persistence.Tests.Promises.ContractFactDiscoverer", "WorkflowAccountability.Persistence.Tests")]
public sealed class ContractFactAttribute : FactAttribute;

/// <summary>Says which environment variable holds the connection that the class cannot do without.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsServerAttribute(string variable, string how = "scripts/test starts a server and sets it.") : Attribute
{
    /// <summary>The variable.</summary>
    public string Variable { get; } = variable;

    /// <summary>How it comes to be set.</summary>
    public string How { get; } = how;
}

/// <summary>Finds the facts of contracts for xunit.</summary>
public sealed class ContractFactDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
    [
        new ContractCase(messages, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod),
    ];
}

/// <summary>A fact that asks its class whether it can run.</summary>
public sealed class ContractCase : XunitTestCase
{
    /// <summary>For xunit, which reads cases back.</summary>
    [Obsolete("Only xunit calls it.")]
    public ContractCase()
    {
    }

    /// <summary>Makes one.</summary>
    public ContractCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(messages, display, options, method)
    {
    }

    /// <inheritdoc/>
    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        TestMethod.TestClass.Class.GetCustomAttributes(typeof(NeedsServerAttribute)).FirstOrDefault() is { } needed
            && needed.GetConstructorArguments().ToList() is [string variable, string how] && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable))
            ? $"{variable} is not set; {how}" : null;
}
