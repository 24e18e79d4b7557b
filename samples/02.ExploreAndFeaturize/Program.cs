using Propensity.Steps;
using Propensity.Workflow;

return await SampleHost.RunAsync(ExploreAndFeaturize.Title, args, ExploreAndFeaturize.RunAsync);
